using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Resolution;

/// <summary>Fills what is chained from phase to phase. Expects a configuration whose references were checked.</summary>
public static class PipelineResolver
{
    public static ResolvedPipeline Resolve(PipelineConfig config)
    {
        var ingestion = Ingestion(config);
        var union = HistUnion(config, ingestion);
        var staging = Staging(config, union);

        return new()
        {
            Config = config,
            LookupDatabase = config.LookupDatabase ?? $"{config.Client}_config",
            Ingestion = ingestion,
            HistUnion = union,
            Staging = staging,
            Unification = Unification(config, staging),
        };
    }

    private static ResolvedIngestion Ingestion(PipelineConfig config) => new(
        config.Ingestion.ProjectName ?? $"{config.Client}_ingestion",
        config.Ingestion.TargetDatabase ?? $"{config.Client}_src",
        [.. config.Ingestion.Sources.Select(source => Source(config.Ingestion, source))]);

    private static ResolvedSource Source(IngestionConfig phase, SourceConfig source) => new(
        source.SourceName,
        source.Connector,
        source.Mode ?? phase.Mode,
        source.StartDate ?? phase.StartDate,
        source.EndDate ?? phase.EndDate,
        source.Schedule,
        source.Parallel,
        source.Parameters ?? new JsonObject(),
        [.. source.Objects.Select(o => Object(source.IncrementalField ?? phase.IncrementalField, source, o))]);

    private static ResolvedObject Object(string? field, SourceConfig source, ObjectConfig config)
    {
        var table = config.Table ?? $"{source.SourceName}_{config.Name}";
        var incremental = config.IncField ?? field;
        var historical = config.HistField ?? incremental;
        return new(
            source.SourceName,
            config.Name,
            table,
            config.HistTable ?? $"{table}_hist",
            config.Load ?? LoadKind.Incremental,
            incremental,
            config.IncApiField ?? incremental,
            historical,
            config.HistApiField ?? historical,
            config.Key,
            config);
    }

    private static ResolvedHistUnion HistUnion(PipelineConfig config, ResolvedIngestion ingestion)
    {
        var database = config.HistUnion.SourceDatabase ?? ingestion.Database;
        var all =
            from source in ingestion.Sources
            from o in source.Objects
            let written = config.HistUnion.Tables?.FirstOrDefault(t => t.Name == o.Id)
            where config.HistUnion.Tables is null || written is not null
            select new ResolvedUnion(
                source.Name,
                o.Id,
                o.Table,
                o.HistTable,
                source.Mode is not IngestionMode.Incremental && o.Load is LoadKind.Incremental,
                source.Mode is not IngestionMode.Historical || o.Load is LoadKind.Full,
                o.Table + config.HistUnion.TargetSuffix,
                written?.Load ?? o.Load,
                o,
                written)
            {
                Dedupe = Dedupe(written?.Dedupe ?? config.HistUnion.Dedupe, o),
            };
        return new(config.HistUnion.ProjectName ?? $"{config.Client}_hist_union", database, database, [.. all]);
    }

    /// <summary>Without keys of its own, by the object's; an object without a key keeps all its rows.</summary>
    private static UnionDedupe? Dedupe(UnionDedupeConfig? config, ResolvedObject o)
    {
        if (config is null || (config.Keys.IsEmpty && o.Key.IsEmpty))
        {
            return null;
        }

        var order = config.OrderBy.IsEmpty && o.IncField is { } changed ? [changed] : config.OrderBy;
        return new(config.Keys.IsEmpty ? o.Key : config.Keys, order, config.NullKeys);
    }

    private static ResolvedStaging Staging(PipelineConfig config, ResolvedHistUnion union)
    {
        var all =
            from table in union.Tables
            let written = config.Staging.Tables?.FirstOrDefault(t => t.Name == table.Id)
            where config.Staging.Tables is null || written is not null
            select new ResolvedStagingTable(
                table.Source,
                table.Id,
                table.Target,
                config.Staging.TablePattern.Replace("{table}", table.IncTable, StringComparison.Ordinal),
                table,
                written);
        return new(
            config.Staging.ProjectName ?? $"{config.Client}_staging",
            config.Staging.Engine,
            config.Staging.SourceDatabase ?? union.Database,
            config.Staging.TargetDatabase ?? $"{config.Client}_stg",
            [.. all]);
    }

    private static ResolvedUnification Unification(PipelineConfig config, ResolvedStaging staging)
    {
        var all =
            from table in staging.Tables
            let written = config.Unification.Tables?.FirstOrDefault(t => t.Name == table.Id)
            where config.Unification.Tables is null || written is not null
            select new ResolvedUnificationTable(
                table.Source, table.Id, table.Target, $"{table.Target}_prep", $"{table.Target}_enriched", table, written);
        return new(
            config.Unification.ProjectName ?? $"{config.Client}_unification",
            staging.Database,
            config.Unification.TargetDatabase ?? $"{config.Client}_unif",
            $"{config.Client}_{config.Unification.Name}",
            [.. all]);
    }
}
