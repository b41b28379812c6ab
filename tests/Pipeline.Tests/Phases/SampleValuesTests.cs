using Cdp.Pipeline.Files;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Tests.Phases;

public class SampleValuesTests
{
    private readonly Project _project = new(Project.SampleConfig());

    [Fact]
    public void Every_placeholder_of_the_ingestion_has_a_sample() => Complete(_project.LoadPhase);

    [Fact]
    public void Every_placeholder_of_the_hist_union_has_a_sample() => Complete(Project.UnionPhase);

    [Fact]
    public void Every_placeholder_of_staging_has_a_sample() => Complete(new StagingPhase(), SampleSchemas.Combined);

    [Fact]
    public void Every_placeholder_of_unification_has_a_sample() => Complete(new UnificationPhase(), SampleSchemas.Cleaned);

    private void Complete(IPhaseDefinition phase, Cdp.Pipeline.Schemas.SchemaCatalog? known = null)
    {
        var schemas = known ?? new([.. HistUnionDefectSchemas.Sample, Project.Table("shop_products", "id")]);
        TemplateFolders templates = new(new FileStore(new DiskFiles()), Repository.File("templates"), null);
        var rendered = _project.Render(phase, schemas);

        foreach (var file in phase.Files(_project.Pipeline, schemas).Where(f => f.Path.EndsWith(".sql", StringComparison.Ordinal)))
        {
            var filled = Samples.Read(templates, $"{phase.Phase.Folder()}/{file.Template}").Fill(file.Path, rendered[file.Path], out var unknown);

            Assert.Empty(unknown);
            Assert.DoesNotContain("${", filled, StringComparison.Ordinal);
        }
    }
}
