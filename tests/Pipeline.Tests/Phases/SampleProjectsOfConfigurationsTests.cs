using Cdp.Digdag.Language;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>The projects of six configurations, whole: as they were looked at, accepted by digdag, every query bound.</summary>
public sealed class SampleProjectsOfConfigurationsTests
{
    public static TheoryData<string> Names => [.. Phases.Configuration.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_those_that_were_looked_at(string name)
    {
        using TempFolder folder = new();
        foreach (var (phase, files) in Rendered(new(name)))
        {
            foreach (var (path, text) in files)
            {
                folder.Write($"{phase.Folder()}/{path}", text);
            }
        }

        Golden.FolderMatches(folder.Path, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pass_the_check_of_digdag_without_an_error(string name)
    {
        foreach (var (phase, files) in Rendered(new(name)))
        {
            using TempFolder folder = new();
            foreach (var (path, text) in files)
            {
                folder.Write(path, text);
            }

            var check = ProjectCheck.Run(folder.Path, DateTimeOffset.UnixEpoch);

            Assert.Equal([], check.Errors.Select(e => $"{phase}: {e.Position}: {e.Message}"));
            Assert.NotEmpty(check.Workflows);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Have_queries_whose_names_and_types_fit_the_tables(string name)
    {
        var configuration = new Configuration(name);
        var catalog = Catalog(configuration);
        foreach (var (phase, schemas) in configuration.Phases)
        {
            Assert.Equal([], Faults(configuration, phase, schemas, catalog));
        }
    }

    [Theory]
    [InlineData("tiny")]
    [InlineData("many_sources")]
    [InlineData("hive")]
    public async Task Stage_empty_tables_without_an_error(string name)
    {
        var configuration = new Configuration(name);
        using var tables = TrinoDatabase.Open(":memory:");
        tables.CreateDatabase("acme_src");
        foreach (var table in configuration.Combined.Tables)
        {
            var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\" {c.Type}"));
            await tables.ExecuteAsync(
                $"CREATE TABLE {table.Name} ({columns})", new QueryContext { Database = "acme_src", Now = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        }

        var run = await new Staging.StagingRun(tables, configuration.Pipeline.Config, configuration.Combined).RunAsync(1_735_700_000);

        foreach (var table in configuration.Staged)
        {
            var described = await run.RowsAsync($"SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'acme_stg' AND table_name = '{table.Target}'");
            Assert.Equal(table.Outputs.Kept.Select(o => $"{o.Name}|{o.Type}").Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_query_with_a_name_that_is_no_column_would_be_told()
    {
        var configuration = new Configuration("tiny");
        var catalog = new SqlCatalog([.. Catalog(configuration).Tables.Select(t => t with { Columns = [.. t.Columns.Where(c => c.Name != "first_name")] })]);

        var faults = configuration.Phases.SelectMany(p => Faults(configuration, p.Phase, p.Schemas, catalog)).ToList();

        Assert.Contains(faults, f => f.StartsWith("Staging/queries/shop_customers_transform.sql", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("HistUnion/", StringComparison.Ordinal));
    }

    private static List<string> Faults(Configuration configuration, IPhaseDefinition phase, SchemaCatalog schemas, SqlCatalog catalog)
    {
        TemplateFolders templates = new(new FileStore(new DiskFiles()), Repository.File("templates"), null);
        var rendered = new PhaseRenderer(configuration.Pipeline, new TemplateRenderer(templates)).Render(phase, schemas);
        return
        [
            .. new RenderedCheck(templates, new Nothing(), new Binder(catalog)).Check(rendered, schemas).Select(p => $"{phase.Phase}/{p}"),
        ];
    }

    private static IEnumerable<(Phase Phase, IReadOnlyDictionary<string, string> Files)> Rendered(Configuration configuration) =>
        configuration.Phases.Select(p => (p.Phase.Phase, configuration.Project.Render(p.Phase, p.Schemas)));

    /// <summary>What the phases describe, and what staging makes for itself.</summary>
    private static SqlCatalog Catalog(Configuration configuration)
    {
        var described = configuration.Raw.Tables.Concat(configuration.Combined.Tables).Concat(configuration.Cleaned.Tables);
        var made = configuration.Staged.SelectMany(t => new[] { t.WorkTable, t.FreshTable, t.NewTable }.Select(n =>
            Phases.Configuration.Schema(t.StagingDatabase, n, t.Outputs.Kept.Select(o => new ColumnDescription(o.Name, o.Type)))));
        var windows = configuration.Staged.Select(t => Phases.Configuration.Schema(
            t.StagingDatabase, t.WindowTable, [new("origin", "varchar"), new("lo", "bigint"), new("hi", "bigint")]));
        return new([.. described.Concat(made).Concat(windows).Select(t => new Trino.TableDescription(
            t.Name.Database, t.Name.Table, 0, [.. t.Columns.Select(c => new TableColumn(c.Name, c.Type))]))]);
    }

    private sealed class Nothing : IWorkflowChecker
    {
        public IReadOnlyList<FileProblem> Check(IReadOnlyDictionary<string, string> files) => [];
    }

    private sealed class Binder(SqlCatalog catalog) : ISqlChecker
    {
        public IReadOnlyList<FileProblem> Check(SqlText sql)
        {
            var context = new QueryContext
            {
                Database = sql.Database ?? "acme_src",
                Now = DateTimeOffset.UnixEpoch,
                Dialect = sql.Dialect is SqlDialect.Hive ? Dialect.TdHive : Dialect.Td,
            };
            return [.. SqlCheck.Check(sql.Text, context, catalog).Select(f => new FileProblem(sql.Path, f.Line, f.Column, f.Message))];
        }
    }
}
