using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The columns of a staging table, and those that found no room among the 200.</summary>
/// <remarks>Kept first: keys, identifiers and their standard forms, dates, plain values, keys of JSON (cdp_phases §1.3).</remarks>
internal sealed record OutputLimit(ImmutableArray<OutputColumn> Kept, ImmutableArray<OutputColumn> LeftOut)
{
    public const int Most = 200;

    /// <param name="asked">Columns that are kept whatever else finds no room, besides those that make a row one.</param>
    public static OutputLimit Choose(
        IReadOnlyList<ColumnPlan> plans, IReadOnlyList<OutputColumn> joined, DedupeConfig? dedupe, IReadOnlySet<string> asked)
    {
        HashSet<string> keys = [.. asked, .. dedupe?.Keys ?? [], .. dedupe?.OrderBy ?? []];
        var metadata = Metadata(dedupe is not null).ToList();
        var ranked = plans
            .SelectMany(p => p.Outputs.Select(o => (Output: o, Rank: Rank(p, o, keys))))
            .Concat(joined.Select(o => (Output: o, Rank: 4)))
            .Select((x, position) => (x.Output, x.Rank, Position: position))
            .ToList();
        var room = Most - metadata.Count;
        var kept = ranked.OrderBy(x => x.Rank).ThenBy(x => x.Position).Take(room).OrderBy(x => x.Position).ToList();
        return new(
            [.. kept.Select(x => x.Output), .. metadata],
            [.. ranked.Except(kept).OrderBy(x => x.Position).Select(x => x.Output)]);
    }

    private static IEnumerable<OutputColumn> Metadata(bool dedupe)
    {
        yield return new("source_system", "varchar", OutputRole.Value);
        yield return new("load_timestamp", "varchar", OutputRole.Value);
        if (dedupe)
        {
            yield return new("rowhash", "varchar", OutputRole.Value);
            yield return new("keyhash", "varchar", OutputRole.Value);
        }
    }

    private static int Rank(ColumnPlan plan, OutputColumn output, HashSet<string> keys) => true switch
    {
        _ when keys.Contains(plan.Value.Name) || keys.Contains(output.Name) || plan.Class is ColumnClass.Keep => 0,
        _ when ColumnClassifier.IsIdentifier(plan.Source) => 1,
        _ when plan.Class is ColumnClass.Email or ColumnClass.Phone => 1,
        _ when plan.Class is ColumnClass.Date => 2,
        _ when output.Role is OutputRole.JsonText or OutputRole.JsonList => 5,
        _ => 3,
    };
}
