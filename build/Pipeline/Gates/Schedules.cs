using Cdp.Yaml;

namespace Cdp.Pipeline.Gates;

/// <summary>Whether the configuration asks for a schedule of the phase.</summary>
internal static class Schedules
{
    public static bool Configured(GateScope scope) => scope.Phase switch
    {
        Phase.Ingestion => scope.Pipeline.Ingestion.Sources.Any(s => s.Schedule is not null),
        Phase.HistUnion => scope.Pipeline.Config.HistUnion.Schedule is not null,
        Phase.Staging => scope.Pipeline.Config.Staging.Schedule is not null,
        _ => scope.Pipeline.Config.Unification.Schedule is not null,
    };
}
