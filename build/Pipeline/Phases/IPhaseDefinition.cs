using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases;

/// <summary>What a phase is: data that the steps act on. Every member is a function of its arguments alone.</summary>
public interface IPhaseDefinition
{
    Phase Phase { get; }

    /// <summary>The configuration with what the phase decides where it is silent.</summary>
    PipelineConfig Complete(PipelineConfig config) => config;

    /// <summary>What is wrong with the configuration beyond names and types: unknown connectors, keys, columns.</summary>
    IEnumerable<ConfigProblem> Review(PipelineConfig config);

    /// <summary>Tables whose columns Generate needs; described after the phase before has run.</summary>
    IReadOnlyList<TableName> Schemas(ResolvedPipeline pipeline);

    /// <summary>The project, file by file.</summary>
    IReadOnlyList<GeneratedFile> Files(ResolvedPipeline pipeline, SchemaCatalog schemas);

    /// <summary>What a person should know of what is generated, a sentence each: columns that have come, types that widen.</summary>
    IReadOnlyList<string> Notices(ResolvedPipeline pipeline, SchemaCatalog schemas) => [];

    /// <summary>Paths the seed promises, relative to the phase's folder.</summary>
    IReadOnlyList<string> ExpectedFiles(ResolvedPipeline pipeline);

    /// <summary>In the order they are started; each only after the one before has succeeded.</summary>
    IReadOnlyList<WorkflowRun> Workflows(ResolvedPipeline pipeline);

    /// <summary>Tables that exist after the phase has run.</summary>
    IReadOnlyList<ExpectedTable> Tables(ResolvedPipeline pipeline);

    /// <summary>Tables with their columns as the phase will have made them, for a phase after it that is generated before it has run.</summary>
    IReadOnlyList<TableSchema> Makes(ResolvedPipeline pipeline, SchemaCatalog schemas) => [];

    /// <summary>Figures for the report.</summary>
    IReadOnlyList<MetricQuery> Metrics(ResolvedPipeline pipeline);
}

/// <param name="Source">The source it belongs to, or null for the whole phase.</param>
/// <param name="Workflow">Name without <c>.dig</c>.</param>
/// <param name="Params">Given to the session; they reach <c>${}</c> by name.</param>
public sealed record WorkflowRun(string? Source, string Workflow, IReadOnlyDictionary<string, string> Params)
{
    public WorkflowRun(string? source, string workflow)
        : this(source, workflow, new Dictionary<string, string>())
    {
    }
}

/// <param name="Label">As the report calls its content: <c>Orders</c>.</param>
/// <param name="MayBeEmpty">No rows are no warning.</param>
/// <param name="Counted">Its rows count in the report's total of the phase; false for logs and work tables.</param>
public sealed record ExpectedTable(TableName Name, string Label, bool MayBeEmpty = false, bool Counted = true);
