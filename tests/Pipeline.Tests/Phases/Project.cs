using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>The phases of a configuration, rendered with the templates that ship.</summary>
internal sealed class Project
{
    private static readonly FileStore _files = new(new DiskFiles());
    private static readonly ConnectorRegistry _shipped = ConnectorRegistry.Read(_files, Repository.File("templates"), null);
    private readonly TemplateRenderer _renderer;

    public Project(PipelineConfig config, string? ownTemplates = null)
    {
        Pipeline = PipelineResolver.Resolve(config);
        Connectors = Known(ownTemplates);
        _renderer = new(new TemplateFolders(_files, Repository.File("templates"), ownTemplates));
    }

    public ResolvedPipeline Pipeline { get; }

    public ConnectorRegistry Connectors { get; }

    public IngestionPhase LoadPhase => new(Connectors);

    public static HistUnionPhase UnionPhase => new();

    public static PipelineConfig SampleConfig() => new ConfigLoader(_files, Review).Load(Repository.File("config/pipeline.yml"));

    /// <summary>A configuration of one's own; its problems come as one message.</summary>
    public static PipelineConfig Load(string yaml)
    {
        using TempFolder folder = new();
        return new ConfigLoader(_files, Review).Load(folder.Write("pipeline.yml", yaml));
    }

    public IReadOnlyDictionary<string, string> Render(IPhaseDefinition phase, SchemaCatalog? schemas = null) =>
        phase.Files(Pipeline, schemas ?? SchemaCatalog.Empty).ToDictionary(
            f => f.Path, f => _renderer.Render($"{phase.Phase.Folder()}/{f.Template}", f.Model));

    public static TableSchema Table(string name, params string[] columns) => new(
        new TableName("acme_src", name),
        [
            .. columns.Select(c => new ColumnDescription(c.Split(' ')[0], c.Contains(' ', StringComparison.Ordinal) ? c.Split(' ')[1] : "varchar")),
            new("time", "bigint"),
        ]);

    private static IReadOnlyList<IPhaseDefinition> Review(PipelineConfig config) =>
        [
            new IngestionPhase(Known(config.TemplateFolder)),
            UnionPhase,
            new StagingPhase(),
            new UnificationPhase(),
        ];

    private static ConnectorRegistry Known(string? ownTemplates) =>
        ownTemplates is null ? _shipped : ConnectorRegistry.Read(_files, Repository.File("templates"), ownTemplates);
}
