using System.Text.Json.Nodes;
using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>One workflow file after loading: includes resolved, top-level keys checked, not yet compiled.</summary>
/// <param name="Name">The file's name without <c>.dig</c>; <c>sub/x</c> for a called file in a folder.</param>
/// <param name="TimeZone">As Java writes the zone's id: <c>UTC</c>, <c>Asia/Tokyo</c>, <c>UTC+09:00</c>.</param>
/// <param name="Config"><c>_export</c>, <c>schedule</c>, <c>sla</c>, <c>_error</c>, … and the tasks; without <c>timezone</c>.</param>
public sealed record WorkflowDefinition(string Name, string File, string TimeZone, JsonObject Config, SourceMap Sources)
{
    /// <summary>Gives the error the place that its keys name in this workflow.</summary>
    internal DigdagConfigException Located(DigdagConfigException error) =>
        error.At(Sources.Find(error.KeyPath ?? "") ?? new Position(File, 1, 1));
}
