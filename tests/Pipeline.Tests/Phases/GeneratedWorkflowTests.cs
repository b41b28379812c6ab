using System.Text.RegularExpressions;
using Cdp.Digdag.Language;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>The generated workflows as the digdag loader sees them.</summary>
public sealed class GeneratedWorkflowTests
{
    public static TheoryData<Phase> Phases => [Phase.Staging, Phase.Unification];

    [Theory]
    [MemberData(nameof(Phases))]
    public void Every_workflow_loads_and_compiles(Phase phase)
    {
        using var folder = Generated(phase);

        var project = WorkflowLoader.Load(folder.Path);

        Assert.Empty(project.Errors);
        Assert.All(project.Workflows, w => Assert.NotEmpty(WorkflowCompiler.Compile(w)));
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void Every_query_is_run_by_some_task_and_every_task_finds_its_query(Phase phase)
    {
        using var folder = Generated(phase);
        var files = Files(folder, "*.sql");

        var named = Files(folder, "*.dig").SelectMany(f => Queries(File.ReadAllText(folder[f]))).Distinct().ToList();

        Assert.All(named, pattern => Assert.Contains(files, f => Fits(f, pattern)));
        Assert.All(files, f => Assert.Contains(named, pattern => Fits(f, pattern)));
    }

    [Fact]
    public void The_seeds_files_of_both_phases_are_there()
    {
        foreach (IPhaseDefinition phase in (IPhaseDefinition[])[new StagingPhase(), new UnificationPhase()])
        {
            var project = new Project(Project.SampleConfig());
            var files = project.Render(phase, Schemas(phase.Phase)).Keys;

            Assert.Empty(phase.ExpectedFiles(project.Pipeline).Except(files));
        }
    }

    [Fact]
    public void Unification_has_four_workflows_four_settings_and_the_promised_number_of_queries()
    {
        using var folder = Generated(Phase.Unification);

        Assert.Equal(4, Files(folder, "*.dig").Count);
        Assert.Equal(4, Files(folder, "*.yml").Count);
        Assert.True(Files(folder, "*.sql").Count(f => f.StartsWith("queries/", StringComparison.Ordinal)) >= 15);
        Assert.Equal(4, Files(folder, "*.sql").Count(f => f.StartsWith("enrich/queries/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_hosted_engine_calls_the_service_with_the_rules_and_publishes_its_tables()
    {
        var config = Project.SampleConfig();
        using var folder = Generated(
            Phase.Unification, config with { Unification = config.Unification with { Engine = UnificationEngine.Hosted } });

        var project = WorkflowLoader.Load(folder.Path);

        Assert.Empty(project.Errors);
        var rules = project["id_unification"]!.Config["+unify"]!["_do"]!["_else_do"]!["content"]!["unification"]!;
        Assert.Equal("customer_360", (string?)rules["name"]);
        Assert.True(File.Exists(folder["queries/publish_seed_tables.sql"]));
        Assert.False(File.Exists(folder["queries/graph_seed.sql"]));
    }

    private static TempFolder Generated(Phase phase, PipelineConfig? config = null)
    {
        var folder = new TempFolder();
        IPhaseDefinition definition = phase is Phase.Staging ? new StagingPhase() : new UnificationPhase();
        foreach (var (path, text) in new Project(config ?? Project.SampleConfig()).Render(definition, Schemas(phase)))
        {
            folder.Write(path, text);
        }

        return folder;
    }

    private static SchemaCatalog Schemas(Phase phase) => phase is Phase.Staging ? SampleSchemas.Combined : SampleSchemas.Cleaned;

    private static List<string> Files(TempFolder folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(folder.Path, pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/')),
    ];

    private static IEnumerable<string> Queries(string workflow) =>
        Regex.Matches(workflow, @"td(?:_for_each)?>: (\S+\.sql)").Select(m => m.Groups[1].Value);

    /// <summary>A name of the loop stands for any name.</summary>
    private static bool Fits(string file, string pattern) =>
        Regex.IsMatch(file, $"^{Regex.Replace(Regex.Escape(pattern), @"\\\$\\\{[^}]*}", "[a-z0-9_]+")}$");
}
