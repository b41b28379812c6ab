using System.Collections.Immutable;
using Cdp.Trino.Analysis;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>A query over constants or sub-queries: values, a filter, a limit. The rest of SELECT is refused.</summary>
internal sealed class HiveQueries
{
    private int _number;

    public (string Sql, ImmutableArray<(string Name, TrinoType Type)> Columns) Analyze(HiveQuery query)
    {
        if (query.Selects.Length > 1 || !query.With.IsEmpty || !query.Order.IsEmpty || query.Limit is not null)
        {
            throw HiveError.Refused("WITH, UNION, ORDER BY or LIMIT");
        }

        var select = query.Selects[0];
        if (select.Distinct || !select.Group.IsEmpty || select.Having is not null || select.From.Length > 1)
        {
            throw HiveError.Refused("DISTINCT, GROUP BY, HAVING or a join");
        }

        var (from, fields) = select.From.IsEmpty ? ("", []) : From(select.From[0]);
        var expressions = new HiveExpressions(fields);
        var columns = select.Items.Select((item, i) => item.Names.Length > 1
            ? throw HiveError.Refused("A list of names")
            : (Name: item.Names.IsEmpty ? Named(item.Value, i) : item.Names[0], Value: expressions.Analyze(item.Value))).ToImmutableArray();
        var where = select.Where is null ? "" : $" WHERE {expressions.Condition(select.Where)}";
        return ($"SELECT {string.Join(", ", columns.Select((c, i) => $"{c.Value.Sql} AS c{i}"))}{from}{where}", [.. columns.Select(c => (c.Name, c.Value.Type))]);
    }

    private (string From, ImmutableArray<HiveField> Fields) From(HiveSource source)
    {
        var (sql, columns) = Analyze(source.Query ?? throw HiveError.Refused("A table in FROM"));
        var name = $"h{++_number}";
        return ($" FROM ({sql}) AS {name}", [.. columns.Select((c, i) => new HiveField(source.Alias, c.Name, new Typed(c.Type, $"{name}.c{i}")))]);
    }

    private static string Named(HiveNode value, int index) => value.Form == HiveForm.Name
        ? (value.Qualifier is null ? value.Text : $"{value.Qualifier}.{value.Text}")
        : $"_c{index}";
}
