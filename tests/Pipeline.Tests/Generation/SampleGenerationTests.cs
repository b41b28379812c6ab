using Cdp.Pipeline.Files;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Generation;

/// <summary>The shipped templates over the sample, looked at as Generate does before it writes.</summary>
public class SampleGenerationTests
{
    private readonly Project _project = new(Project.SampleConfig());

    [Fact]
    public void Ingestion_is_right() => Right(_project.LoadPhase, SchemaCatalog.Empty);

    [Fact]
    public void Hist_union_is_right() =>
        Right(Project.UnionPhase, new([.. HistUnionDefectSchemas.Sample, Project.Table("shop_products", "id")]));

    [Fact]
    public void Staging_is_right() => Right(new StagingPhase(), SampleSchemas.Combined);

    [Fact]
    public void Unification_is_right() => Right(new UnificationPhase(), SampleSchemas.Cleaned);

    private void Right(IPhaseDefinition phase, SchemaCatalog schemas)
    {
        TemplateFolders templates = new(new FileStore(new DiskFiles()), Repository.File("templates"), null);
        var rendered = new PhaseRenderer(_project.Pipeline, new TemplateRenderer(templates)).Render(phase, schemas);
        SqlSeen sql = new();

        var problems = new RenderedCheck(templates, sql, sql).Check(rendered, schemas);

        Assert.Equal([], problems.Select(p => p.ToString()));
        Assert.Empty(phase.ExpectedFiles(_project.Pipeline).Except(rendered.Files.Keys));
        Assert.DoesNotContain(rendered.Files.Values, text => text.Contains('\r', StringComparison.Ordinal) || text.Contains('\t', StringComparison.Ordinal));
    }

    private sealed class SqlSeen : IWorkflowChecker, ISqlChecker
    {
        public IReadOnlyList<FileProblem> Check(IReadOnlyDictionary<string, string> files) => [];

        public IReadOnlyList<FileProblem> Check(SqlText sql) =>
            sql.Text.Contains("${", StringComparison.Ordinal) ? [new(sql.Path, 0, 0, "A placeholder is left.")] : [];
    }
}
