using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What is wrong with the ingestion's settings beyond names and types.</summary>
internal sealed class IngestionReview(ConnectorRegistry connectors, PipelineConfig config)
{
    public IEnumerable<ConfigProblem> Problems()
    {
        var sources = config.Ingestion.Sources;
        for (var i = 0; i < sources.Length; i++)
        {
            var path = $"ingestion.sources[{i}]";
            if (connectors.Find(sources[i].Connector) is not { } connector)
            {
                yield return new(
                    $"{path}.connector",
                    $"There is no connector '{sources[i].Connector}'.{Suggestion.For(sources[i].Connector, connectors.Types)} Known are {string.Join(", ", connectors.Types)}; generic passes any other through.");
                continue;
            }

            foreach (var problem in Source(sources[i], connector, path))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<ConfigProblem> Source(SourceConfig source, Connector connector, string path) =>
    [
        .. History(source, path),
        .. Parallel(source, connector, path),
        .. Objects(source, connector, path),
    ];

    private IEnumerable<ConfigProblem> History(SourceConfig source, string path)
    {
        if ((source.Mode ?? config.Ingestion.Mode) is IngestionMode.Incremental)
        {
            yield break;
        }

        var (start, end) = (source.StartDate ?? config.Ingestion.StartDate, source.EndDate ?? config.Ingestion.EndDate);
        if (start is null || end is null)
        {
            yield return new(
                path,
                $"History needs its {(start is null ? "begin: write start_date" : "end: write end_date")}, for example 2024-01-01T00:00:00.000000, here or under ingestion. Or write mode: incremental.");
        }
        else if (string.CompareOrdinal(start, end) >= 0)
        {
            yield return new(path, $"History would end ({end}) before it begins ({start}). Correct start_date or end_date.");
        }
    }

    private static IEnumerable<ConfigProblem> Parallel(SourceConfig source, Connector connector, string path)
    {
        var limit = Math.Max(connector.Parallel.Incremental, connector.Parallel.Historical);
        if (source.Parallel > limit)
        {
            yield return new(
                $"{path}.parallel",
                $"The connector {connector.Type} bears at most {limit} loads at a time, not {source.Parallel}.");
        }
    }

    private IEnumerable<ConfigProblem> Objects(SourceConfig source, Connector connector, string path)
    {
        var resolved = PipelineResolver.Resolve(config).Ingestion.Sources.First(s => s.Name == source.SourceName);
        var plan = SourcePlan.Of(resolved with { StartDate = null }, connector, config.Ingestion.DateRange);
        for (var i = 0; i < plan.Objects.Length; i++)
        {
            var at = $"{path}.objects[{i}]";
            foreach (var problem in ConnectorReview.Of(plan.Objects[i], at))
            {
                yield return problem;
            }
        }
    }
}
