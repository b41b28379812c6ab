using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Gates;

/// <summary>Every gate with what it last said in a run.</summary>
public static class GateReport
{
    public static ImmutableArray<GateRow> Of(GateCatalogue gates, RunState state)
    {
        var said = PhaseNames.All
            .SelectMany(p => state[p].AllChecks.Select(c => (Phase: p, Check: c)))
            .ToLookup(x => x.Check.Id, StringComparer.Ordinal);
        return [.. gates.All.DistinctBy(g => g.Id).Select(g => Row(g, [.. said[g.Id]]))];
    }

    private static GateRow Row(GateInfo gate, ImmutableArray<(Phase Phase, CheckOutcome Check)> said) => new(
        gate,
        said.IsEmpty ? GateState.NotRun : said.Max(s => State(s.Check.Verdict)),
        [.. said.Where(s => s.Check.Verdict is not CheckVerdict.Passed).Select(s => s.Check)],
        [.. said]);

    private static GateState State(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Passed => GateState.Passed,
        CheckVerdict.Accepted => GateState.Accepted,
        CheckVerdict.Warning => GateState.Warning,
        _ => GateState.Failed,
    };
}

/// <param name="State">The worst of what it said.</param>
/// <param name="Findings">What did not pass.</param>
/// <param name="Said">All of it, with the phase in which it was said.</param>
public sealed record GateRow(
    GateInfo Gate, GateState State, ImmutableArray<CheckOutcome> Findings, ImmutableArray<(Phase Phase, CheckOutcome Check)> Said);

/// <summary>From best to worst, but for the first.</summary>
public enum GateState
{
    NotRun,
    Passed,
    Accepted,
    Warning,
    Failed,
}
