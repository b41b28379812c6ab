using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>A phase of one or two workflows and a table; its file is filled from <c>{phase}/run.dig</c>.</summary>
internal sealed class FakePhase(Phase phase) : IPhaseDefinition
{
    public Phase Phase => phase;

    /// <summary>Files besides its workflow, with the same text.</summary>
    public IReadOnlyList<string> Others { get; set; } = [];

    public TableName Table => new($"acme_{phase.Folder()}", "things");

    public IEnumerable<ConfigProblem> Review(PipelineConfig config) => [];

    public IReadOnlyList<TableName> Schemas(ResolvedPipeline pipeline) =>
        phase is Phase.Ingestion ? [] : [new($"acme_{(phase - 1).Folder()}", "things")];

    public IReadOnlyList<GeneratedFile> Files(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
        [.. Others.Prepend("run.dig").Select(path => new GeneratedFile(path, "run.dig", new { pipeline.Client, Columns = schemas.Tables.SelectMany(t => t.Columns).Select(c => c.Name).ToArray() }))];

    public IReadOnlyList<string> ExpectedFiles(ResolvedPipeline pipeline) => ["run.dig"];

    public IReadOnlyList<WorkflowRun> Workflows(ResolvedPipeline pipeline) =>
        phase is Phase.Ingestion ? [new("shop", "ingestion_hist"), new("shop", "ingestion_inc")] : [new(null, $"{phase.Folder()}_run")];

    public IReadOnlyList<ExpectedTable> Tables(ResolvedPipeline pipeline) => [new(Table, "Things")];

    public IReadOnlyList<MetricQuery> Metrics(ResolvedPipeline pipeline) =>
        phase is Phase.Ingestion ? [new("Ingestion Coverage", "acme_src", "SELECT 7 AS n", [new("n", "Things", " records ingested")])] : [];
}
