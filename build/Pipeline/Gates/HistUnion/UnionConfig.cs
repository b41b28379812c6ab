using System.Collections.Immutable;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.HistUnion;

/// <summary>One entry of <c>config/{source}_union.yml</c>, as the workflow reads it.</summary>
internal sealed record UnionConfig(string Path, YamlMapping At, string Name, bool IsFull, bool HasOneRowPerKey, bool Rebuilds, ImmutableArray<string> Sides)
{
    public string Create => $"queries/{Name}_create.sql";

    public string Window => $"queries/{Name}_window.sql";

    public string Union => $"queries/{Name}_union.sql";

    public static IEnumerable<UnionConfig> Of(GateScope scope) =>
        from path in scope.Project.Ending("_union.yml")
        let root = scope.Project.Yaml(path) as YamlMapping
        where root is not null
        from list in (string[])["incremental_tables", "full_tables"]
        from entry in (root[list] as YamlSequence)?.Items.OfType<YamlMapping>() ?? []
        let name = (entry["name"] as YamlScalar)?.Text
        where name is not null
        select new UnionConfig(
            path,
            entry,
            name,
            list == "full_tables",
            entry["dedupe"] is YamlScalar { Text: "true" },
            entry["rebuild"] is YamlScalar { Text: "true" },
            [.. ((entry["sides"] as YamlSequence)?.Items ?? []).OfType<YamlMapping>()
                .Select(s => (s["table_name"] as YamlScalar)?.Text).OfType<string>()]);
}
