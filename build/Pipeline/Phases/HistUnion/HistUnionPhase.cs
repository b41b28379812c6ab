using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.HistUnion;

/// <summary>Phase 2 (spec, cdp_phases §1.2): history and increments of each object into one table.</summary>
public sealed class HistUnionPhase : IPhaseDefinition
{
    public Phase Phase => Phase.HistUnion;

    /// <summary>Beyond the names, which the configuration's own rules hold together: a key for what is to have one row a key.</summary>
    public IEnumerable<ConfigProblem> Review(PipelineConfig config)
    {
        var unions = PipelineResolver.Resolve(config).HistUnion.Tables;
        if (config.HistUnion.Dedupe is not null && unions.All(u => u.Dedupe is null))
        {
            yield return new("hist_union.dedupe", "No object says which columns name a record, so no table would have one row per key. Write key: at the objects, or keys: here.");
        }

        foreach (var (table, i) in (config.HistUnion.Tables ?? []).Select((table, i) => (table, i)))
        {
            if (table.Dedupe is not null && unions.FirstOrDefault(t => t.Id == table.Name) is { Dedupe: null })
            {
                yield return new(
                    $"hist_union.tables[{i}].dedupe",
                    $"Nothing says which columns name a record of {table.Name}. Write keys: here, or key: at its object.");
            }
        }
    }

    public IReadOnlyList<TableName> Schemas(ResolvedPipeline pipeline) =>
    [
        .. from union in pipeline.HistUnion.Tables
           from table in (TableName[])
           [
               .. union.HasHist ? new[] { new TableName(pipeline.HistUnion.SourceDatabase, union.HistTable) } : [],
               .. union.HasInc ? new[] { new TableName(pipeline.HistUnion.SourceDatabase, union.IncTable) } : [],
               new TableName(pipeline.HistUnion.Database, union.Target),
           ]
           select table,
    ];

    public IReadOnlyList<GeneratedFile> Files(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
        new HistUnionFiles(pipeline, Plans(pipeline, schemas), schemas).All();

    /// <summary>Drift (spec, cdp_phases §4.3, B-HU-1): handled by the workflow, told here.</summary>
    public IReadOnlyList<string> Notices(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
    [
        .. from plan in Plans(pipeline, schemas)
           where !plan.Outgrown.IsEmpty
           select $"The source of {plan.Target.Table} has changed: {string.Join("; ", plan.Outgrown)}. The table is rebuilt before the next copy.",
    ];

    public IReadOnlyList<string> ExpectedFiles(ResolvedPipeline pipeline) =>
    [
        .. pipeline.HistUnion.Sources.Select(s => $"{Workflow(s)}.dig"),
        .. pipeline.HistUnion.Tables.Select(t => $"queries/{t.Id}_union.sql"),
    ];

    public IReadOnlyList<WorkflowRun> Workflows(ResolvedPipeline pipeline) =>
        [.. pipeline.HistUnion.Sources.Select(s => new WorkflowRun(s, Workflow(s)))];

    public IReadOnlyList<ExpectedTable> Tables(ResolvedPipeline pipeline) =>
    [
        .. pipeline.HistUnion.Tables.Select(t => new ExpectedTable(
            new(pipeline.HistUnion.Database, t.Target),
            Ingestion.Labels.Of(t.Object, pipeline.Ingestion.Sources.Length))),
    ];

    public IReadOnlyList<TableSchema> Makes(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
        [.. Plans(pipeline, schemas).Select(plan => plan.Made)];

    public IReadOnlyList<MetricQuery> Metrics(ResolvedPipeline pipeline) => [];

    internal static string Workflow(string source) => $"{source}_hist_union";

    internal static ImmutableArray<UnionPlan> Plans(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
        [.. pipeline.HistUnion.Tables.Select(t => UnionPlan.Of(pipeline.HistUnion, t, schemas))];
}
