using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Gates.HistUnion;

/// <summary>The union's rows of <c>inc_log</c>, as SQL.</summary>
internal sealed class Watermarks(string lookupDatabase)
{
    public TableName Table { get; } = new(lookupDatabase, "inc_log");

    public string Of(UnionSide side) => $"SELECT MAX(\"inc_value\") FROM {Sql.Table(Table)} WHERE {Key(side)}";

    public static string Key(UnionSide side) =>
        $"\"project_name\" = 'hist_union' AND \"database_name\" = {Sql.Text(side.Table.Database)} AND \"table_name\" = {Sql.Text(side.Table.Table)}";
}
