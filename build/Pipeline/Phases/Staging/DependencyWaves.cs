using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Puts tables into waves: each stands after all it depends on (topological order).</summary>
internal static class DependencyWaves
{
    public static ImmutableArray<ImmutableArray<StagingTable>> Of(IReadOnlyList<StagingTable> tables)
    {
        var waves = ImmutableArray.CreateBuilder<ImmutableArray<StagingTable>>();
        var done = new HashSet<string>();
        var waiting = tables.ToList();
        while (waiting.Count > 0)
        {
            var wave = waiting.Where(t => t.DependsOn.All(done.Contains)).ToImmutableArray();
            if (wave.IsEmpty)
            {
                throw new PipelineException(
                    $"The staging tables {string.Join(", ", waiting.Select(t => t.Name))} wait for each other. "
                    + "Remove one of their depends_on or joins.",
                    ExitCode.WrongInput);
            }

            waves.Add(wave);
            waiting = [.. waiting.Except(wave)];
            done.UnionWith(wave.Select(t => t.Name));
        }

        return waves.ToImmutable();
    }
}
