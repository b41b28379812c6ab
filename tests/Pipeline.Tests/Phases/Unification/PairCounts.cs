using System.Globalization;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Pairs of records: found to be one person, truly one person, and both.</summary>
internal sealed record PairCounts
{
    private PairCounts(IReadOnlyList<(string Person, string Truth)> records)
    {
        Found = Pairs(records.CountBy(r => r.Person));
        True = Pairs(records.CountBy(r => r.Truth));
        Both = Pairs(records.CountBy(r => r));
    }

    /// <param name="rows"><c>person|truth</c>, a row a record.</param>
    public PairCounts(IEnumerable<string> rows)
        : this([.. rows.Select(r => r.Split('|')).Select(r => (r[0], r[1]))])
    {
    }

    public long Found { get; }

    public long True { get; }

    public long Both { get; }

    public double Precision => Found == 0 ? 0 : Both / (double)Found;

    public double Recall => Both / (double)True;

    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Records that share a key are one person; one without keys is alone.</summary>
    public static PairCounts ByUnionFind(IEnumerable<(IReadOnlyList<string> Keys, string Truth)> records)
    {
        var all = records.ToList();
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        string Root(string key)
        {
            while (parents[key] != key)
            {
                key = parents[key] = parents[parents[key]];
            }

            return key;
        }

        for (var n = 0; n < all.Count; n++)
        {
            var record = string.Create(CultureInfo.InvariantCulture, $"record {n}");
            parents[record] = record;
            foreach (var key in all[n].Keys)
            {
                parents.TryAdd(key, key);
                parents[Root(key)] = Root(record);
            }
        }

        return new([.. all.Select((r, n) => (Root(string.Create(CultureInfo.InvariantCulture, $"record {n}")), r.Truth))]);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}");

    private static long Pairs<T>(IEnumerable<KeyValuePair<T, int>> groups) => groups.Sum(g => g.Value * (g.Value - 1L) / 2);
}
