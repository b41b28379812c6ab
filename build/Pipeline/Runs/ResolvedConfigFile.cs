using System.Text.Json;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Runs;

/// <summary><c>pipeline_config.json</c>: the configuration with every default filled in. Secrets are only ever named in it.</summary>
internal static class ResolvedConfigFile
{
    public static void Write(RunParts parts) =>
        parts.Files.WriteText(parts.Workspace.ConfigFile, Text(parts.Pipeline) + "\n");

    public static string Text(ResolvedPipeline pipeline) => JsonSerializer.Serialize(
        new { pipeline.Config, pipeline.LookupDatabase, pipeline.Ingestion, pipeline.HistUnion, pipeline.Staging, pipeline.Unification },
        StateFile.Format);
}
