using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates;

/// <summary>Asks gates and says what came of them, with the exceptions that the configuration allows.</summary>
public sealed class GateJudge(ValidationConfig config)
{
    public ImmutableArray<CheckOutcome> Look(IEnumerable<IFileGate> gates, GateScope scope) =>
        [.. gates.Where(g => g.Info.Concerns(scope.Phase)).SelectMany(g => Outcomes(g.Info, scope, [.. g.Look(scope)]))];

    /// <exception cref="PipelineException">The platform could not be asked.</exception>
    public async Task<ImmutableArray<CheckOutcome>> LookAsync(
        IEnumerable<IPlatformGate> gates, GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var outcomes = ImmutableArray.CreateBuilder<CheckOutcome>();
        foreach (var gate in gates.Where(g => g.Info.Concerns(scope.Phase)))
        {
            outcomes.AddRange(Outcomes(gate.Info, scope, await gate.LookAsync(scope, platform, cancellation)));
        }

        return outcomes.ToImmutable();
    }

    /// <summary>One outcome per finding; one that passed where there is none.</summary>
    private IEnumerable<CheckOutcome> Outcomes(GateInfo gate, GateScope scope, IReadOnlyList<FileProblem> problems) =>
        problems.Count == 0
            ? [new(gate.Id, scope.Phase.Folder(), CheckVerdict.Passed, gate.Rule)]
            : problems.Select(p => Excepted(gate, p) is { } reason
                ? new CheckOutcome(gate.Id, Subject(scope, p), CheckVerdict.Accepted, $"{p.Message} (accepted: {reason})")
                : new CheckOutcome(gate.Id, Subject(scope, p), Verdict(gate.Severity), p.Message));

    private static string Subject(GateScope scope, FileProblem problem) =>
        problem.Path.Length == 0 ? scope.Phase.Folder()
        : problem.Line > 0 ? $"{scope.Phase.Folder()}/{problem.Path}:{problem.Line}:{problem.Column}"
        : problem.Path;

    private string? Excepted(GateInfo gate, FileProblem problem) => config.Exceptions
        .FirstOrDefault(e => e.Id == gate.Id && (e.Table is null || problem.Path.Contains(e.Table, StringComparison.Ordinal)))?.Reason;

    private static CheckVerdict Verdict(CheckSeverity severity) => severity switch
    {
        CheckSeverity.Failure => CheckVerdict.Failed,
        CheckSeverity.Warning => CheckVerdict.Warning,
        _ => CheckVerdict.Passed,
    };
}
