using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;

namespace Cdp.Build.Hosting;

/// <summary>What the emulator is told of the files that stand in for sources: <c>{"stand_ins":[…]}</c>.</summary>
internal static class StandInFiles
{
    public static JsonObject? Of(PipelineConfig config, Invocation invocation) => null;
}
