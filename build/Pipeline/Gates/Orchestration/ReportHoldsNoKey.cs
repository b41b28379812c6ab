using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Orchestration;

/// <summary>Asked when the report is written: <c>ReportWriter</c> gives it the text as the one file of its scope.</summary>
internal sealed class ReportHoldsNoKey : IFileGate
{
    public const string Report = "pipeline_report.md";

    public GateInfo Info { get; } = new(
        "OR-08", null, GateKind.Offline, CheckSeverity.Failure,
        "The report holds nothing that looks like a key.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        scope.Project.Text(Report) is { } text && KeyMaterial.Pattern().Match(text) is { Success: true } match
            ? [new(Report, text[..match.Index].Count(c => c == '\n') + 1, 1, "The report would hold what looks like a key; it was not written.")]
            : [];
}
