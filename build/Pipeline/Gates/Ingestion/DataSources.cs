using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

/// <summary>The entries of <c>config/{source}_datasources.yml</c>.</summary>
internal static class DataSources
{
    public static string PathOf(string source) => $"config/{source}_datasources.yml";

    /// <param name="list">One of the file's lists, or null for all of them.</param>
    public static IEnumerable<YamlMapping> Of(GateScope scope, string source, string? list = null) =>
        scope.Project.Yaml(PathOf(source)) is YamlMapping root
            ? root.Entries.Where(e => list is null || (e.Key as YamlScalar)?.Text == list)
                .Select(e => e.Value).OfType<YamlSequence>().SelectMany(s => s.Items).OfType<YamlMapping>()
            : [];
}
