using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;

namespace Cdp.Build.Hosting;

/// <summary>The four phases in their order.</summary>
internal static class Definitions
{
    public static string Templates => Path.Combine(Invocation.Root, "templates");

    public static IReadOnlyList<IPhaseDefinition> Of(ConnectorRegistry connectors) =>
        [new IngestionPhase(connectors), new HistUnionPhase(), new StagingPhase(), new UnificationPhase()];

    public static ConnectorRegistry Connectors(FileStore files, PipelineConfig? config) =>
        ConnectorRegistry.Read(files, Templates, config?.TemplateFolder);
}
