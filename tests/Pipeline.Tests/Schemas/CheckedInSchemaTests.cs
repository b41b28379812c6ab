using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Steps.Looking;
using Cdp.Pipeline.Tests.Fakes;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Schemas;

/// <summary>Descriptions of tables that are checked in: generating without a platform, and what differs from the platform.</summary>
public sealed class CheckedInSchemaTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestRun _run = new();

    public CheckedInSchemaTests()
    {
        _run.SchemaFolder = _folder.Path;
        _run.Give(Phase.Ingestion, "id", "email", "time");
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Generate_reads_them_and_asks_no_platform()
    {
        await new SchemasOverview(_run.Parts()).WriteAsync(CancellationToken.None);
        _run.Platform.Tables.Clear();
        _run.Offline = true;

        await GenerateAsync();

        Assert.Contains("acme id email time", await File.ReadAllTextAsync(Path.Combine(_run.Workspace.Folder(Phase.HistUnion), "run.dig")), StringComparison.Ordinal);
        Assert.Contains("source: checked_in", await File.ReadAllTextAsync(Path.Combine(_run.Workspace.Folder(Phase.HistUnion), "schemas/acme_ingestion.things.yml")), StringComparison.Ordinal);
        Assert.Contains(_run.View.Said, s => s.StartsWith("Columns of 1 tables are as checked in", StringComparison.Ordinal));
        using var runner = _run.Open();
        Assert.True(runner.IsDone(new(Phase.HistUnion, Step.Generate)));
    }

    [Fact]
    public async Task A_file_that_changes_has_the_phase_generated_again()
    {
        await new SchemasOverview(_run.Parts()).WriteAsync(CancellationToken.None);
        _run.Offline = true;
        await GenerateAsync();
        var file = _folder["acme_ingestion.things.yml"];
        await File.AppendAllTextAsync(file, "  - { name: city, type: varchar }\n");

        using (var runner = _run.Open())
        {
            Assert.Equal("the descriptions of tables that are checked in have changed", runner.WhyUndone(new(Phase.HistUnion, Step.Generate)));
        }

        await GenerateAsync();
        Assert.Contains("acme id email time city", await File.ReadAllTextAsync(Path.Combine(_run.Workspace.Folder(Phase.HistUnion), "run.dig")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_platform_has_otherwise_is_told_when_it_is_asked()
    {
        SchemasOverview overview = new(_run.Parts());
        Assert.Equal(SchemaState.NotCheckedIn, (await overview.LookAsync(CancellationToken.None))[0].State);
        Assert.Equal(["acme_ingestion.things"], (await overview.WriteAsync(CancellationToken.None)).Select(t => t.ToString()));
        Assert.Empty(await overview.WriteAsync(CancellationToken.None));
        Assert.Equal(SchemaState.Same, (await overview.LookAsync(CancellationToken.None))[0].State);
        _run.Give(Phase.Ingestion, "id", "time", "city");

        var finding = (await overview.LookAsync(CancellationToken.None))[0];
        await GenerateAsync();

        Assert.Equal(SchemaState.Differs, finding.State);
        Assert.Equal<string>(["city varchar is new", "email is gone"], finding.Differences);
        Assert.Contains(
            _run.View.Said,
            s => s.Contains("acme_ingestion.things.yml is not what the platform has: city varchar is new; email is gone. Write it again", StringComparison.Ordinal));
    }

    /// <summary>B-ING-17: the descriptions in the project are the snapshot; the next look is held against it.</summary>
    [Fact]
    public async Task B_ING_17_a_table_that_has_changed_since_it_was_last_described_is_told()
    {
        foreach (var phase in PhaseNames.All.Skip(1))
        {
            _run.Give(phase, "id", "time");
        }

        await _run.RunAllAsync();
        Assert.DoesNotContain(_run.View.Said, s => s.Contains("has changed", StringComparison.Ordinal));
        _run.Platform.Tables["acme_ingestion"] = [new("acme_ingestion", "things", 7, [new("id", "bigint"), new("time", "varchar"), new("city", "varchar")])];

        await _run.RunAllAsync(new() { Again = true });

        Assert.Contains(
            "⚠ acme_ingestion.things has changed since it was last described: city varchar is new; id was varchar, is bigint; email is gone.",
            _run.View.Said);
    }

    [Fact]
    public void A_file_of_another_table_is_refused()
    {
        var file = _folder.Write("acme_src.orders.yml", SchemaFiles.Write(Project.Table("customers", "id")));

        var error = Assert.Throws<PipelineException>(() => new CheckedInSchemas(new FileStore(new DiskFiles()), _folder.Path).Find(new("acme_src", "orders")));

        Assert.Equal($"{file} describes acme_src.customers. Call the file acme_src.customers.yml, or correct its database: and table:.", error.Message);
    }

    /// <summary>Only raw tables are described; what later phases read is what the phases before would make.</summary>
    [Fact]
    public void Four_phases_are_generated_from_descriptions_of_raw_tables_alone()
    {
        Phases.Configuration configuration = new("many_sources");
        CheckedInSchemas files = new(new FileStore(new DiskFiles()), _folder.Path);
        configuration.Raw.Tables.ToList().ForEach(files.Write);
        IPhaseDefinition[] phases = [configuration.Project.LoadPhase, Project.UnionPhase, new StagingPhase(), new UnificationPhase()];

        foreach (var (phase, schemas) in configuration.Phases.Skip(1))
        {
            var offline = files.Of(phases.Single(p => p.Phase == phase.Phase), phases, configuration.Pipeline);

            Assert.Equal(configuration.Project.Render(phase, schemas), configuration.Project.Render(phase, offline));
        }
    }

    private async Task GenerateAsync()
    {
        using var runner = _run.Open(new() { Exclusive = true });
        await runner.RunAsync(new(Phase.HistUnion, Step.Generate), CancellationToken.None);
    }
}
