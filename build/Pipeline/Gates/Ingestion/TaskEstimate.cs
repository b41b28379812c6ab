using System.Text.RegularExpressions;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

/// <summary>How many tasks an attempt comes to: each key with + is one, each loop multiplies by the length of its list.</summary>
/// <remarks>Where a loop goes over something that no file holds, it counts once. A branch counts as taken.</remarks>
internal static partial class TaskEstimate
{
    public static int Of(WorkflowText workflow, ProjectText project) =>
        1 + In(workflow.Root, [.. workflow.Includes.Select(i => project.Yaml(i)).OfType<YamlMapping>()]);

    private static int In(YamlMapping map, YamlMapping[] exported) => map.Entries.Sum(e => (e.Key, e.Value) switch
    {
        (YamlScalar { Text: "_error" }, _) => 0,
        (YamlScalar { Text: "_do" or "_else_do" }, YamlMapping body) => Times(map, exported) * (1 + In(body, exported)),
        (YamlScalar key, YamlMapping body) when key.Text.StartsWith('+') => 1 + In(body, exported),
        _ => 0,
    });

    private static int Times(YamlMapping map, YamlMapping[] exported) =>
        map["for_each>"] is YamlMapping lists
            ? lists.Entries.Aggregate(1, (product, e) => product * Math.Max(1, Length(e.Value, exported)))
            : 1;

    private static int Length(YamlNode list, YamlMapping[] exported) => list switch
    {
        YamlSequence items => items.Items.Length,
        YamlScalar text when Reference().Match(text.Text) is { Success: true } match =>
            exported.Select(e => Walk(e, match.Groups["path"].Value.Split('.'))).OfType<YamlSequence>().FirstOrDefault()?.Items.Length ?? 1,
        _ => 1,
    };

    private static YamlNode? Walk(YamlNode? node, IEnumerable<string> path) =>
        path.Aggregate(node, (at, key) => (at as YamlMapping)?[key]);

    [GeneratedRegex(@"^\$\{(?<path>[\w.]+)\}$")]
    private static partial Regex Reference();
}
