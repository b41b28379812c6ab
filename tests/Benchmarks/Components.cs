using System.Diagnostics;
using System.Globalization;
using Cdp.Pipeline.Tests.Phases.Unification;

namespace Cdp.Benchmarks;

/// <summary>The persons of hurting shapes: those of union-find, within 16 rounds, and how long it took.</summary>
internal static class Components
{
    private const int MostRounds = 16;

    /// <param name="size">How many keys a shape has.</param>
    /// <returns>Whether all were found within the limit.</returns>
    public static async Task<bool> RunAsync(int size)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"persons of hurting shapes of {size:N0} keys (at most {MostRounds} rounds)"));
        var isGood = true;
        foreach (var shape in GraphShapes.Names)
        {
            isGood &= await RunAsync(shape, [.. GraphShapes.Links(shape, size)]);
        }

        return isGood & await RunAsync("1,000 random graphs", [.. GraphShapes.Random(1, 1000)]);
    }

    private static async Task<bool> RunAsync(string shape, IReadOnlyList<(int Left, int Right)> links)
    {
        using var graph = new GraphRun();
        var watch = Stopwatch.StartNew();
        try
        {
            var (expected, found, rounds) = await graph.FindAsync(links);
            var isGood = expected == found && rounds <= MostRounds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {shape,-22} {links.Count,9:N0} links, {rounds,2} rounds, {watch.Elapsed.TotalSeconds,6:0.0} s{(isGood ? string.Empty : "  NOT the persons of union-find")}"));
            return isGood;
        }
        catch (NotConvergedException ex)
        {
            Console.WriteLine($"  {shape,-22} {ex.Message}");
            return false;
        }
    }
}
