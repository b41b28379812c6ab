using System.Collections.Immutable;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>The parts of <c>unify.yml</c> (spec, cdp_phases §2.2).</summary>
internal static class UnifyFile
{
    public static ImmutableArray<string> Required { get; } = ["name", "keys", "tables"];

    public static ImmutableHashSet<string> Known { get; } =
        ["name", "keys", "tables", "canonical_ids", "persistent_ids", "master_tables", "do_not_merge_key"];

    public static IEnumerable<YamlMapping> List(YamlNode? node) => (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];

    public static IEnumerable<YamlMapping> Ids(YamlMapping? root) => [.. List(root?["canonical_ids"]), .. List(root?["persistent_ids"])];
}
