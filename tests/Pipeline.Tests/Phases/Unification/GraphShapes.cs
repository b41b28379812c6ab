namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Links between numbered keys, in shapes that hurt methods which find components.</summary>
internal static class GraphShapes
{
    private const int CliqueSize = 5;

    /// <summary>A prime above every size that is used; multiplying by another number mixes all below it.</summary>
    private const int Prime = 1_000_003;

    private const long Mixer = 611_953;

    public static IReadOnlyList<string> Names =>
        ["chain", "chain reversed", "chain shuffled", "chain folded inward", "star", "cliques", "binary tree", "giant and long tail", "singles"];

    /// <param name="size">How many keys, about; of cliques a tenth as many.</param>
    public static IEnumerable<(int Left, int Right)> Links(string name, int size) => name switch
    {
        "chain" => Chain(size, k => k),
        "chain reversed" => Chain(size, k => size - 1 - k),
        "chain shuffled" => Chain(size, k => (int)(k * Mixer % Prime)),
        "chain folded inward" => Chain(size, k => k % 2 == 0 ? k / 2 : size - 1 - (k / 2)),
        "star" => Enumerable.Range(1, size - 1).Select(k => (k, 0)),
        "cliques" => Enumerable.Range(0, size / 10).SelectMany(c => Clique(c * CliqueSize)),
        "binary tree" => Enumerable.Range(1, size - 1).Select(k => ((k - 1) / 2, k)),
        "giant and long tail" => Giant(size / 2).Concat(Tail(size / 2, size)),
        "singles" => Enumerable.Range(0, size).Select(k => (k, k)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>As many graphs as <paramref name="count"/>, side by side: of 2 to 60 keys, from hardly to fully connected.</summary>
    public static IEnumerable<(int Left, int Right)> Random(int seed, int count)
    {
        var random = new Random(seed);
        var first = 0;
        for (var n = 0; n < count; n++)
        {
            var keys = random.Next(2, 60);
            var links = random.Next(1, keys * 2);
            for (var k = 0; k < links; k++)
            {
                yield return (first + random.Next(keys), first + random.Next(keys));
            }

            first += keys;
        }
    }

    private static IEnumerable<(int Left, int Right)> Chain(int size, Func<int, int> name) =>
        Enumerable.Range(0, size - 1).Select(k => (name(k), name(k + 1)));

    private static IEnumerable<(int Left, int Right)> Clique(int first) =>
        from a in Enumerable.Range(first, CliqueSize)
        from b in Enumerable.Range(first, CliqueSize)
        where a < b
        select (a, b);

    private static IEnumerable<(int Left, int Right)> Giant(int size)
    {
        var random = new Random(1);
        return Enumerable.Range(1, size - 1).Select(k => (k, random.Next(k)));
    }

    private static IEnumerable<(int Left, int Right)> Tail(int from, int to)
    {
        for (var k = from; k < to - 3; k += 3)
        {
            yield return (k, k + 1);
            if (k % 2 == 0)
            {
                yield return (k + 2, k + 1);
            }
        }
    }
}
