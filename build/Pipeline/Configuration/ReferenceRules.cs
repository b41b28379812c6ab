using System.Collections.Immutable;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Configuration;

/// <summary>Names that refer to other parts of the configuration do so; names that must be unique are.</summary>
internal static class ReferenceRules
{
    /// <summary>Names that other people's examples left behind (spec, cdp_phases §5.1, PRE-02).</summary>
    private static readonly ImmutableArray<string> _generic = ["client", "demo", "test", "sample", "example"];

    public static IEnumerable<ConfigProblem> Review(PipelineConfig config)
    {
        if (IsNobodysName(config.Client))
        {
            yield return new("client", $"'{config.Client}' is nobody's name. Write the client's own; it becomes part of every database.");
        }

        foreach (var problem in Sources(config).Concat(Chain(config)).Concat(StandIns(config)))
        {
            yield return problem;
        }
    }

    public static bool IsNobodysName(string client) => _generic.Contains(client);

    private static IEnumerable<ConfigProblem> Sources(PipelineConfig config)
    {
        var sources = config.Ingestion.Sources;
        if (sources.IsEmpty)
        {
            yield return new("ingestion.sources", "There is no source. Name at least one.");
        }

        foreach (var (i, name) in Twice(sources.Select(s => s.SourceName)))
        {
            yield return new($"ingestion.sources[{i}].source_name", $"There are two sources '{name}'. Name each differently.");
        }

        for (var i = 0; i < sources.Length; i++)
        {
            var path = $"ingestion.sources[{i}].objects";
            if (sources[i].Objects.IsEmpty)
            {
                yield return new(path, $"The source '{sources[i].SourceName}' has no object. Name at least one.");
            }

            foreach (var (j, name) in Twice(sources[i].Objects.Select(o => o.Name)))
            {
                yield return new($"{path}[{j}].name", $"The source '{sources[i].SourceName}' has two objects '{name}'.");
            }
        }

        foreach (var (_, table) in Twice(PipelineResolver.Resolve(config).Ingestion.Sources
            .SelectMany(s => s.Objects).SelectMany(o => new[] { o.Table, o.HistTable })))
        {
            yield return new("ingestion.sources", $"Two objects are loaded into the table '{table}'. Set table: or hist_table: of one.");
        }
    }

    /// <summary>Each phase takes tables that the phase before gives.</summary>
    private static IEnumerable<ConfigProblem> Chain(PipelineConfig config)
    {
        var resolved = PipelineResolver.Resolve(config);
        string[] ingested = [.. resolved.Ingestion.Sources.SelectMany(s => s.Objects).Select(o => o.Id)];
        string[] combined = [.. resolved.HistUnion.Tables.Select(t => t.Id)];
        string[] cleaned = [.. resolved.Staging.Tables.Select(t => t.Id)];
        return Known("hist_union", config.HistUnion.Tables?.Select(t => t.Name), ingested, "ingested")
            .Concat(Known("staging", config.Staging.Tables?.Select(t => t.Name), combined, "combined by hist_union"))
            .Concat(Known("unification", config.Unification.Tables?.Select(t => t.Name), cleaned, "cleaned by staging"));
    }

    private static IEnumerable<ConfigProblem> Known(string phase, IEnumerable<string>? names, string[] known, string how)
    {
        string[] written = [.. names ?? []];
        for (var i = 0; i < written.Length; i++)
        {
            if (!known.Contains(written[i]))
            {
                yield return new(
                    $"{phase}.tables[{i}].name",
                    $"There is no table '{written[i]}' that is {how}.{Suggestion.For(written[i], known)}");
            }
        }

        foreach (var (i, name) in Twice(written))
        {
            yield return new($"{phase}.tables[{i}].name", $"The table '{name}' is named twice.");
        }
    }

    private static IEnumerable<ConfigProblem> StandIns(PipelineConfig config)
    {
        foreach (var (source, objects) in config.Local.Sources)
        {
            var known = config.Ingestion.Sources.FirstOrDefault(s => s.SourceName == source);
            if (known is null)
            {
                yield return new(
                    $"local.sources.{source}",
                    $"There is no source '{source}'.{Suggestion.For(source, config.Ingestion.Sources.Select(s => s.SourceName))}");
                continue;
            }

            foreach (var name in objects.Keys.Where(o => known.Objects.All(k => k.Name != o)))
            {
                yield return new(
                    $"local.sources.{source}.{name}",
                    $"The source '{source}' has no object '{name}'.{Suggestion.For(name, known.Objects.Select(o => o.Name))}");
            }
        }
    }

    private static IEnumerable<(int Index, string Name)> Twice(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.Select((name, i) => (i, name)).Where(n => !seen.Add(n.name)).ToArray();
    }
}
