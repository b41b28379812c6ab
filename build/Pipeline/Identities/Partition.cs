using System.Collections.Immutable;
using Cdp.Pipeline.Phases.Unification;

namespace Cdp.Pipeline.Identities;

/// <summary>Which identifiers are one person, computed in memory by the rules of a plan.</summary>
internal sealed class Partition
{
    private readonly Dictionary<Identifier, int> _persons;

    private Partition(Dictionary<Identifier, int> persons, IReadOnlyList<ImmutableArray<Identifier>> members, long without)
    {
        _persons = persons;
        Persons = members;
        RowsWithout = without;
    }

    /// <summary>The identifiers of each person.</summary>
    public IReadOnlyList<ImmutableArray<Identifier>> Persons { get; }

    public IEnumerable<Identifier> Identifiers => _persons.Keys;

    /// <summary>Rows that have no person.</summary>
    public long RowsWithout { get; }

    public int Largest => Persons.Count is 0 ? 0 : Persons.Max(p => p.Length);

    public static Partition Of(IReadOnlyList<IdentityRecord> records, IdentityPlan plan)
    {
        var shared = Shared(records, plan.Config.MaxValuesPerKeyValue);
        var kept = records.Select(r => r with { Keys = [.. r.Keys.Where(k => !shared.Contains(k))] }).ToList();
        var known = kept.Where(r => !r.Keys.IsEmpty).ToList();
        var leaders = plan.DoNotMerge is { } key ? new LeaderLoop(plan, key).Of(known) : Components(known);
        return Of(leaders, kept.Where(r => r.Keys.IsEmpty).Sum(r => r.Rows));
    }

    /// <summary>The person of an identifier as an index into <see cref="Persons"/>; of several the first.</summary>
    public int? PersonOf(Identifier identifier) => _persons.TryGetValue(identifier, out var person) ? person : null;

    /// <param name="leaders">Pairs of an identifier and the leader of one of its persons.</param>
    private static Partition Of(IEnumerable<(Identifier Key, Identifier Leader)> leaders, long without)
    {
        var groups = leaders.Distinct().GroupBy(p => p.Leader, p => p.Key).Select(g => g.ToImmutableArray()).ToList();
        var persons = new Dictionary<Identifier, int>();
        for (var n = 0; n < groups.Count; n++)
        {
            foreach (var key in groups[n])
            {
                persons.TryAdd(key, n);
            }
        }

        return new(persons, groups, without);
    }

    /// <summary>Identifiers that stand with more than <paramref name="most"/> others: as in <c>shared_values.sql</c>.</summary>
    private static HashSet<Identifier> Shared(IReadOnlyList<IdentityRecord> records, int most)
    {
        var pairs = records.SelectMany(r => r.Keys.Skip(1).Where(k => k != r.Keys[0]).Select(k => (Leader: r.Keys[0], Key: k))).Distinct();
        return [.. pairs.SelectMany(p => new[] { p.Leader, p.Key }).CountBy(k => k).Where(c => c.Value > most).Select(c => c.Key)];
    }

    /// <summary>Union-find; any member stands for the leader.</summary>
    private static IEnumerable<(Identifier Key, Identifier Leader)> Components(List<IdentityRecord> records)
    {
        var parents = new Dictionary<Identifier, Identifier>();
        foreach (var record in records)
        {
            foreach (var key in record.Keys)
            {
                parents.TryAdd(key, key);
                parents[Root(parents, key)] = Root(parents, record.Keys[0]);
            }
        }

        return [.. parents.Keys.ToList().Select(k => (k, Root(parents, k)))];
    }

    private static Identifier Root(Dictionary<Identifier, Identifier> parents, Identifier key)
    {
        while (parents[key] != key)
        {
            key = parents[key] = parents[parents[key]];
        }

        return key;
    }
}
