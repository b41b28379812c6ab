using Cdp.Pipeline.Phases.Unification;

namespace Cdp.Pipeline.Identities;

/// <summary>The loop of <c>leader_moves.sql</c> in memory: leaders give way to the first of all that their followers have,
/// but two of the key that is not merged stay apart (cdp_phases §2.5).</summary>
internal sealed class LeaderLoop(IdentityPlan plan, IdentityKey kept)
{
    private readonly Dictionary<int, int> _trust = plan.Keys.ToDictionary(k => k.Type, k => k.Priority);

    /// <summary>Pairs of an identifier and a leader.</summary>
    /// <exception cref="PipelineException">It has not ended within the rounds of the plan.</exception>
    public IEnumerable<(Identifier Key, Identifier Leader)> Of(List<IdentityRecord> records)
    {
        var pairs = records.SelectMany(r => r.Keys.Select(k => (Key: k, Leader: r.Keys[0]))).ToHashSet();
        var leading = records.Select(r => r.Keys[0]).Where(k => k.Type == kept.Type).ToHashSet();
        for (var round = 0; round < plan.MostRounds; round++)
        {
            var best = pairs.GroupBy(p => p.Key).ToDictionary(g => g.Key, g => Least(g.Select(p => p.Leader)));
            var moves = pairs.GroupBy(p => p.Leader).ToDictionary(g => g.Key, g => Next(g.Key, Least(g.Select(p => best[p.Key]))));
            var next = pairs.Select(p => (p.Key, moves[p.Leader])).ToHashSet();
            if (next.SetEquals(pairs))
            {
                return pairs;
            }

            pairs = next;
        }

        throw new PipelineException($"Unification has not converged within {plan.MostRounds} rounds. Look for values that thousands share.");

        Identifier Next(Identifier own, Identifier other) => leading.Contains(own) && leading.Contains(other) ? own : other;
    }

    private Identifier Least(IEnumerable<Identifier> leaders) =>
        leaders.MinBy(l => (_trust[l.Type], l.Value), Comparer<(int Trust, string Value)>.Create((x, y) =>
            x.Trust != y.Trust ? x.Trust.CompareTo(y.Trust) : string.CompareOrdinal(x.Value, y.Value)))!;
}
