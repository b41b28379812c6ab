using System.Collections.Immutable;
using Cdp.Pipeline.Phases.Staging.Dialects;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The parts of what brings a transformed batch into its table. Trino's on every engine: Hive has no DELETE.</summary>
internal sealed class UpsertText(StagingTable table)
{
    public string Source => Sql.Table(table.SourceDatabase, table.UnionTable);

    public string Target => Sql.Table(table.StagingDatabase, table.Target);

    public string Work => Sql.Table(table.StagingDatabase, table.Load is Configuration.LoadKind.Incremental ? table.WorkTable : table.NewTable);

    public string Fresh => Sql.Table(table.StagingDatabase, table.FreshTable);

    public string Window => Sql.Table(table.StagingDatabase, table.WindowTable);

    public string IncLog => Sql.Table(table.LookupDatabase, "inc_log");

    public ImmutableArray<OutputColumn> Outputs => table.Outputs.Kept;

    public ImmutableArray<string> OutputNames => [.. table.Outputs.Kept.Select(o => Sql.Name(o.Name))];

    public ImmutableArray<string> OutputDefinitions => [.. table.Outputs.Kept.Select(o => $"{Sql.Name(o.Name)} {o.Type}")];

    /// <summary>The table's columns in the types that they are to have, of whatever type they are now.</summary>
    public ImmutableArray<string> CastColumns =>
    [
        .. table.Outputs.Kept.Select(o => o.Type.StartsWith("array", StringComparison.Ordinal)
            ? Sql.Name(o.Name)
            : $"CAST({Sql.Name(o.Name)} AS {o.Type}) AS {Sql.Name(o.Name)}"),
    ];

    /// <summary>Which of the rows of one key stays.</summary>
    public string KeyOrder => Order(table, new PrestoDialect());

    /// <summary>The union's rows that no finished run has taken, as a condition on the target's columns.</summary>
    public ImmutableArray<string> UnfinishedRows =>
    [
        .. table.Origins.Select(
            origin => (table.HasOrigin ? $"\"record_origin\" = {Sql.Text(origin)} AND " : string.Empty)
                + $"\"time\" > (SELECT COALESCE(MAX(\"lo\"), 9223372036854775807) FROM {Window} WHERE \"origin\" = {Sql.Text(origin)})"),
    ];

    /// <summary>Total, so that the borders of batches do not matter.</summary>
    public static string Order(StagingTable table, ISqlDialect sql) => string.Join(
        ", ",
        (table.Dedupe?.OrderBy ?? [])
            .Select(c => sql.Descending(sql.Name(table.OrderColumn(c))))
            .Append($"{sql.Name("time")} DESC")
            .Append(sql.Name("rowhash")));
}
