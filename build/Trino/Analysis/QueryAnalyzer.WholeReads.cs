using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Analysis;

internal sealed partial class QueryAnalyzer
{
    private readonly List<WholeRead> _wholeReads = [];

    /// <summary>TD's tables are parted by <c>time</c>: what asks without it reads all there is (spec td_functions B1).</summary>
    private void NoteWholeReads(Select select, ImmutableDictionary<string, CommonTable> tables)
    {
        if (Context.Dialect == Dialect.Td && select.From is { } from && !NamesTime(select.Where))
        {
            Note(from, tables);
        }
    }

    private void Note(Relation relation, ImmutableDictionary<string, CommonTable> tables)
    {
        switch (relation)
        {
            case Join join when !NamesTime(join.On):
                Note(join.Left, tables);
                Note(join.Right, tables);
                break;
            case Aliased aliased:
                Note(aliased.Relation, tables);
                break;
            case TableReference table when table.Table.Parts.Length > 1 || !tables.ContainsKey(table.Table.Parts[0].Lower):
                var (database, name) = Locate(table.Table);
                if (database != "information_schema" && Schema.Columns(database, name) is { } columns && columns.Any(c => c.Name == "time"))
                {
                    _wholeReads.Add(new WholeRead(database, name, table.At));
                }

                break;
        }
    }

    private static bool NamesTime(Expression? condition) => condition is not null && SyntaxWalk.Within(condition).Any(e => e switch
    {
        Name name => name.Lower == "time",
        Dereference path => path.Field.Lower == "time",
        _ => false,
    });
}
