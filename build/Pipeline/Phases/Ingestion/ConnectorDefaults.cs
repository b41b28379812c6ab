using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What the connector decides where the configuration is silent.</summary>
internal static class ConnectorDefaults
{
    /// <summary>An object that its connector can only read whole is loaded so, without saying it.</summary>
    public static PipelineConfig Apply(PipelineConfig config, ConnectorRegistry connectors)
    {
        var resolved = Resolution.PipelineResolver.Resolve(config).Ingestion.Sources;
        return config with
        {
            Ingestion = config.Ingestion with
            {
                Sources = [.. config.Ingestion.Sources.Zip(resolved, (source, r) => connectors.Find(source.Connector) is { } connector
                    ? source with { Objects = [.. source.Objects.Zip(SourcePlan.Of(r with { StartDate = null }, connector, DateRange.None).Objects, Object)] }
                    : source)],
            },
        };
    }

    private static ObjectConfig Object(ObjectConfig written, ObjectPlan plan) =>
        written.Load is null && plan.OnlyLoad is { } load ? written with { Load = load } : written;
}
