using System.Globalization;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>The leaders of numbered keys by union-find; nothing of the generated SQL is used.</summary>
/// <remarks>Link n is a record of two keys, seen at time n; its left key leads it. A person's leader is the earliest seen of
/// the keys that lead, and of several the least.</remarks>
internal sealed class ExpectedLeaders
{
    private const long Modulus = int.MaxValue;

    private readonly int[] _parents;
    private readonly int[] _firstSeen;
    private readonly bool[] _mayLead;

    public ExpectedLeaders(IReadOnlyList<(int Left, int Right)> links)
    {
        var size = links.Max(l => Math.Max(l.Left, l.Right)) + 1;
        _parents = [.. Enumerable.Range(0, size)];
        _firstSeen = [.. Enumerable.Repeat(int.MaxValue, size)];
        _mayLead = new bool[size];
        for (var n = 0; n < links.Count; n++)
        {
            var (left, right) = links[n];
            _mayLead[left] = true;
            _firstSeen[left] = Math.Min(_firstSeen[left], n);
            _firstSeen[right] = Math.Min(_firstSeen[right], n);
            _parents[Root(left)] = Root(right);
        }
    }

    /// <summary>The statement whose answer is that of <see cref="Answer"/> when all is as it should be.</summary>
    public static string Question(string table) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT COUNT(*), COUNT(DISTINCT "k"), COUNT(DISTINCT "l"), COALESCE(SUM(("k" + 1) * ("l" + 1) % {Modulus}), 0)
        FROM (SELECT CAST(substr("id", 2) AS bigint) AS "k", CAST(substr("leader_id", 2) AS bigint) AS "l" FROM {table}) pairs
        """);

    /// <summary>Rows, keys, persons and a checksum over (key, leader).</summary>
    public string Answer()
    {
        var best = new Dictionary<int, int>();
        var keys = Enumerable.Range(0, _parents.Length).Where(k => _firstSeen[k] < int.MaxValue).ToList();
        foreach (var key in keys.Where(k => _mayLead[k]))
        {
            var root = Root(key);
            if (!best.TryGetValue(root, out var other) || (_firstSeen[key], key).CompareTo((_firstSeen[other], other)) < 0)
            {
                best[root] = key;
            }
        }

        var sum = keys.Sum(k => (k + 1L) * (best[Root(k)] + 1L) % Modulus);
        return string.Create(CultureInfo.InvariantCulture, $"{keys.Count}|{keys.Count}|{best.Count}|{sum}");
    }

    private int Root(int key)
    {
        while (_parents[key] != key)
        {
            key = _parents[key] = _parents[_parents[key]];
        }

        return key;
    }
}
