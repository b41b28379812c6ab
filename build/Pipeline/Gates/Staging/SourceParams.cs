using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Staging;

/// <summary>One table of <c>config/src_params.yml</c>, as the workflow reads it.</summary>
internal sealed record SourceParams(YamlMapping At, string Name)
{
    public const string Path = "config/src_params.yml";

    public string Transform => $"queries/{Name}_transform.sql";

    /// <summary>Who runs <see cref="Transform"/>.</summary>
    public SqlEngine Engine => At["engine"] is YamlScalar { Text: "hive" } ? SqlEngine.Hive : SqlEngine.Presto;

    public bool HasDedup => At["has_dedup"] is YamlScalar { Text: "true" };

    public bool Upserts => HasDedup && At["mode"] is YamlScalar { Text: "incremental" };

    public ImmutableArray<string> PartitionColumns =>
        [.. ((At["partition_columns"] as YamlSequence)?.Items ?? []).OfType<YamlScalar>().Select(s => s.Text)];

    public static IEnumerable<SourceParams> Of(GateScope scope) => Tables(scope.Project.Yaml(Path));

    private static IEnumerable<SourceParams> Tables(YamlNode? node) => node switch
    {
        YamlMapping map when map["staging_table"] is not null => [new(map, (map["name"] as YamlScalar)?.Text ?? "?")],
        YamlMapping map => map.Entries.SelectMany(e => Tables(e.Value)),
        YamlSequence list => list.Items.SelectMany(Tables),
        _ => [],
    };
}
