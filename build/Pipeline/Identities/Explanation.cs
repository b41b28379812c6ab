using System.Collections.Immutable;

namespace Cdp.Pipeline.Identities;

/// <summary>How an identifier joined its person: from one to the next by a record that has both.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Asked">The identifier that was asked for; the leader itself when the id was asked for.</param>
/// <param name="Records">All records of the person.</param>
/// <param name="Path">From what was asked to the leader; empty when it leads.</param>
internal sealed record Explanation(
    string Id, Identifier Asked, Identifier Leader, ImmutableArray<IdentityRecord> Records, ImmutableArray<Link> Path)
{
    public int Identifiers => Records.SelectMany(r => r.Keys).Distinct().Count();

    /// <summary>The shortest way, in records; of equal ones the first by time.</summary>
    public static Explanation Of(string id, Identifier asked, Identifier leader, IReadOnlyList<IdentityRecord> records)
    {
        var from = new Dictionary<Identifier, Link>();
        var reached = new Queue<Identifier>([asked]);
        while (!from.ContainsKey(leader) && reached.TryDequeue(out var at))
        {
            foreach (var record in records.Where(r => r.Keys.Contains(at)))
            {
                foreach (var next in record.Keys.Where(k => k != asked && from.TryAdd(k, new(at, record, k))))
                {
                    reached.Enqueue(next);
                }
            }
        }

        return new(id, asked, leader, [.. records], [.. Back(from, asked, leader).Reverse()]);
    }

    private static IEnumerable<Link> Back(Dictionary<Identifier, Link> from, Identifier asked, Identifier leader)
    {
        for (var at = leader; at != asked && from.TryGetValue(at, out var link); at = link.From)
        {
            yield return link;
        }
    }
}

/// <summary>A record that has both identifiers.</summary>
internal sealed record Link(Identifier From, IdentityRecord By, Identifier To);
