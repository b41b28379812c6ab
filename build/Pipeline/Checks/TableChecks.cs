using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Checks;

/// <summary>The seed's first check of each phase: every expected table exists and has rows (spec, cdp_phases §0.2).</summary>
internal sealed class TableChecks(IPlatform platform, ValidationConfig config)
{
    private const string Raw = "ING-13";
    private const string Any = "OR-06";

    internal static ImmutableArray<GateInfo> Gates { get; } =
    [
        new(Raw, Phase.Ingestion, GateKind.Data, CheckSeverity.Failure, "Every raw table is there; without rows it is a warning."),
        new(Any, null, GateKind.Data, CheckSeverity.Failure, "A phase's sessions succeeded and its tables are there before the next begins."),
    ];

    public async Task<(ImmutableArray<TableRows> Tables, ImmutableArray<CheckOutcome> Outcomes)> RunAsync(
        Phase phase, IReadOnlyList<ExpectedTable> expected, CancellationToken cancellation)
    {
        var tables = ImmutableArray.CreateBuilder<TableRows>();
        var outcomes = ImmutableArray.CreateBuilder<CheckOutcome>();
        foreach (var database in expected.GroupBy(t => t.Name.Database, StringComparer.Ordinal))
        {
            var found = (await platform.DescribeTablesAsync(database.Key, cancellation)).ToDictionary(t => t.Table, StringComparer.Ordinal);
            foreach (var table in database)
            {
                outcomes.Add(Judge(Id(phase, table), table, found.GetValueOrDefault(table.Name.Table)));
                if (found.TryGetValue(table.Name.Table, out var description))
                {
                    tables.Add(new(table.Name.Database, table.Name.Table, table.Label, description.RowCount, table.Counted));
                }
            }
        }

        return (tables.ToImmutable(), outcomes.ToImmutable());
    }

    /// <summary>What it looked for was not there at all.</summary>
    public static bool IsAbsent(CheckOutcome outcome) =>
        outcome is { Id: Raw or Any, Verdict: CheckVerdict.Failed } && outcome.Message.EndsWith("not found", StringComparison.Ordinal);

    /// <summary>Raw tables have a gate of their own; logs are any phase's.</summary>
    private static string Id(Phase phase, ExpectedTable table) => phase is Phase.Ingestion && table.Counted ? Raw : Any;

    private CheckOutcome Judge(string id, ExpectedTable table, TableDescription? found) => found switch
    {
        null => new(id, table.Name.ToString(), CheckVerdict.Failed, $"Table {table.Name.Table} not found"),
        { RowCount: 0 } when !table.MayBeEmpty && !config.AllowEmpty.Contains(table.Name.Table) =>
            new(id, table.Name.ToString(), CheckVerdict.Warning, $"Table {table.Name.Table} is empty"),
        _ => new(id, table.Name.ToString(), CheckVerdict.Passed, "The table exists"),
    };
}
