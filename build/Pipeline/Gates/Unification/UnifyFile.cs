using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>How <c>unify.yml</c> is read (spec, cdp_phases §2.2).</summary>
internal static class UnifyFile
{
    public const string Path = "config/unify.yml";

    /// <summary>The maps of a list; what is no map is <see cref="UnifySchema"/>'s to tell.</summary>
    public static IEnumerable<YamlMapping> List(YamlNode? node) => (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];

    public static IEnumerable<YamlMapping> Ids(YamlMapping? root) => [.. List(root?["canonical_ids"]), .. List(root?["persistent_ids"])];

    /// <summary>What stands under the field; null where nothing or <c>null</c> does.</summary>
    public static YamlNode? Value(YamlMapping map, string field) =>
        map[field] is YamlScalar { IsPlain: true, Text: "" or "~" or "null" } ? null : map[field];

    public static string? Text(YamlMapping map, string field) => (Value(map, field) as YamlScalar)?.Text;

    public static IEnumerable<YamlScalar> Names(YamlMapping map, string field) => (map[field] as YamlSequence)?.Items.OfType<YamlScalar>() ?? [];

    public static FileProblem Problem(YamlNode at, string message) => new(Path, at.Position.Line, at.Position.Column, message);
}
