using System.Text.Json.Nodes;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Build.Hosting;

/// <summary>What the emulator is told of the files that stand in for sources: <c>{"stand_ins":[…]}</c>.</summary>
internal static class StandInFiles
{
    public static JsonObject? Of(BuildContext context)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(Configured.Path(context.Invocation)))!;
        return new StandIns(Definitions.Connectors(context.Files, context.Config)).Of(context.Resolved, folder);
    }
}
