using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>The share of a history that one attempt can load.</summary>
public sealed record HistoryPart(string Name, ImmutableArray<ObjectPlan> Objects, ImmutableArray<HistoryRange> Ranges);

/// <summary>Divides a history so that no attempt comes near digdag's 1,000 tasks.</summary>
internal static class HistoryParts
{
    public const int TaskLimit = 900;

    // Counted on the generated workflow; a test counts again.
    private const int TasksOfWorkflow = 14;
    private const int TasksPerObject = 6;
    private const int TasksPerRange = 13; // two of them only where loads are trimmed

    public static int Estimate(int objects, int ranges) =>
        TasksOfWorkflow + (objects * (TasksPerObject + (ranges * TasksPerRange)));

    public static ImmutableArray<HistoryPart> Divide(
        string source, ImmutableArray<ObjectPlan> objects, ImmutableArray<HistoryRange> ranges)
    {
        if (Estimate(objects.Length, ranges.Length) <= TaskLimit)
        {
            return [new(source, objects, ranges)];
        }

        var objectsPerPart = Math.Min(objects.Length, Largest(n => Estimate(n, 1)));
        var rangesPerPart = Largest(n => Estimate(objectsPerPart, n));
        var shares =
            from slice in ranges.Chunk(rangesPerPart)
            from some in objects.Chunk(objectsPerPart)
            select (Objects: some.ToImmutableArray(), Ranges: slice.ToImmutableArray());
        return [.. shares.Select((share, i) => new HistoryPart($"{source}_part_{i + 1}", share.Objects, share.Ranges))];
    }

    private static int Largest(Func<int, int> tasks)
    {
        var n = 1;
        while (tasks(n + 1) <= TaskLimit)
        {
            n++;
        }

        return n;
    }
}
