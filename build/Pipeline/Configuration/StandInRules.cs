using Cdp.Pipeline.Files;

namespace Cdp.Pipeline.Configuration;

/// <summary>On this machine every object has data that stands in for its source, and the files are there.</summary>
internal sealed class StandInRules(FileStore files, string folder)
{
    public IEnumerable<ConfigProblem> Review(PipelineConfig config)
    {
        foreach (var (source, objects) in config.Local.Sources)
        {
            foreach (var (name, standIn) in objects)
            {
                foreach (var problem in Files($"local.sources.{source}.{name}", standIn))
                {
                    yield return problem;
                }
            }
        }

        if (config.Platform is PlatformKind.Local)
        {
            foreach (var (source, name) in Missing(config))
            {
                yield return new(
                    $"local.sources.{source}",
                    $"On platform: local the object '{name}' of '{source}' needs data. Add local.sources.{source}.{name}: FILE.");
            }
        }
    }

    private static IEnumerable<(string Source, string Name)> Missing(PipelineConfig config) =>
        from source in config.Ingestion.Sources
        from o in source.Objects
        where !config.Local.Sources.TryGetValue(source.SourceName, out var objects) || !objects.ContainsKey(o.Name)
        select (source.SourceName, o.Name);

    private IEnumerable<ConfigProblem> Files(string path, StandInConfig standIn)
    {
        string[] all = [.. standIn.Files, .. standIn.Historical, .. standIn.Incremental];
        if (all.Length == 0)
        {
            yield return new(path, "There is no file. Name one with files:.");
        }

        foreach (var file in all.Where(f => !files.Exists(Path.Combine(folder, f))))
        {
            yield return new(path, $"There is no file {file} in {folder}.");
        }
    }
}
