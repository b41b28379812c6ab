using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Reports;

/// <summary>What the template of the report sees; every figure is ready to print.</summary>
internal sealed record ReportModel
{
    public required string PipelineId { get; init; }

    public required bool Finished { get; init; }

    public required string Started { get; init; }

    public required string Completed { get; init; }

    public required string TotalDuration { get; init; }

    public required ImmutableArray<ReportPhase> Phases { get; init; }

    public required ReportTotal Total { get; init; }

    public required ImmutableArray<ReportSection> Sections { get; init; }

    public required ImmutableArray<ReportCheck> Checks { get; init; }

    public required string Endpoint { get; init; }

    public required bool Local { get; init; }

    public required string Client { get; init; }

    public required string LogFolder { get; init; }

    public required string IngestionDatabase { get; init; }

    public required string UnificationDatabase { get; init; }

    public required string MasterTable { get; init; }

    public required string SampleTable { get; init; }

    public required ImmutableArray<string> Sources { get; init; }
}

/// <param name="Tree">The generated files as a tree, one line each.</param>
internal sealed record ReportPhase(
    int Number,
    string Title,
    string Status,
    string Duration,
    string Tables,
    string Rows,
    string Sessions,
    string Project,
    string Folder,
    int FileCount,
    ImmutableArray<string> Tree,
    ImmutableArray<Execution> Executions);

internal sealed record ReportTotal(string Mark, string Duration, string Tables, string Rows, int Files);

internal sealed record ReportSection(string Title, ImmutableArray<Figure> Figures);

internal sealed record ReportCheck(string Phase, string Mark, CheckOutcome Outcome);
