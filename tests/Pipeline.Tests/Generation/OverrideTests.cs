using Cdp.Pipeline.Files;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Generation;

/// <summary>A client's own folder: it replaces a file, adds one, or adds to one.</summary>
public sealed class OverrideTests : IDisposable
{
    private readonly TempFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public void A_file_at_the_same_path_replaces_ours()
    {
        _own.Write("ingestion/sql/delete_batch.sql", "SELECT '{{ database }}'\n");

        Assert.Equal("SELECT 'acme_src'\n", Rendered()["sql/delete_batch.sql"]);
    }

    [Fact]
    public void A_file_of_another_name_joins_the_project()
    {
        _own.Write("ingestion/notify.dig", "timezone: UTC\n+tell:\n  echo>: {{ client }} {{ source_database }}\n");

        Assert.Equal("timezone: UTC\n+tell:\n  echo>: acme acme_src\n", Rendered()["notify.dig"]);
    }

    [Fact]
    public void Text_beside_a_file_is_added_at_its_end_for_one_or_for_all_of_its_template()
    {
        _own.Write("ingestion/{source}_ingest_inc.dig.extra", "+after_all:\n  echo>: {{ source }} is loaded\n");
        _own.Write("ingestion/shop_ingest_inc.dig.extra", "+after_shop:\n  call>: notify\n");

        var files = Rendered();

        Assert.EndsWith(
            "\n# From ingestion/{source}_ingest_inc.dig.extra of the template folder.\n+after_all:\n  echo>: shop is loaded\n"
            + "\n# From ingestion/shop_ingest_inc.dig.extra of the template folder.\n+after_shop:\n  call>: notify\n",
            files["shop_ingest_inc.dig"],
            StringComparison.Ordinal);
        Assert.EndsWith("+after_all:\n  echo>: crm is loaded\n", files["crm_ingest_inc.dig"], StringComparison.Ordinal);
        Assert.DoesNotContain(files.Keys, f => f.EndsWith(".extra", StringComparison.Ordinal));
    }

    [Fact]
    public void Connectors_and_samples_are_no_files_of_the_project()
    {
        _own.Write("ingestion/connectors/odd.yml", "type: odd\ntitle: Odd\ndocs: d\ntime_format: X\nincremental: none\nparallel: { incremental: 1, historical: 1 }\n");
        _own.Write("ingestion/samples.yml", File.ReadAllText(Repository.File("templates/ingestion/samples.yml")));

        Assert.DoesNotContain(Rendered().Keys, f => f.Contains("connectors", StringComparison.Ordinal) || f.Contains("samples", StringComparison.Ordinal));
    }

    private IReadOnlyDictionary<string, string> Rendered()
    {
        Project project = new(Project.SampleConfig(), _own.Path);
        TemplateFolders folders = new(new FileStore(new DiskFiles()), Repository.File("templates"), _own.Path);
        return new PhaseRenderer(project.Pipeline, new TemplateRenderer(folders)).Render(project.LoadPhase, SchemaCatalog.Empty).Files;
    }
}
