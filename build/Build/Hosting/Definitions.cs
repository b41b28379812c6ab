using Cdp.Pipeline.Phases;

namespace Cdp.Build.Hosting;

/// <summary>The four phases in their order.</summary>
internal static class Definitions
{
    public static IReadOnlyList<IPhaseDefinition> All { get; } = [];
}
