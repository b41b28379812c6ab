using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>A generated query or setting that no workflow names under any configuration would be a file for nothing.</summary>
public sealed partial class NoFileForNothingTests
{
    [Theory]
    [InlineData(Phase.Ingestion)]
    [InlineData(Phase.HistUnion)]
    [InlineData(Phase.Staging)]
    [InlineData(Phase.Unification)]
    public void Every_query_and_every_setting_is_used_by_a_workflow_under_some_configuration(Phase phase)
    {
        var renderings = Configurations().Select(c => Render(phase, c)).ToList();
        var named = renderings.SelectMany(Named).ToHashSet(StringComparer.Ordinal);
        var files = renderings.SelectMany(r => r.Keys).Distinct().Where(f => Path.GetExtension(f) is ".sql" or ".yml").ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => !named.Any(n => Fits(f, n)));
    }

    [Theory]
    [InlineData(Phase.Ingestion)]
    [InlineData(Phase.HistUnion)]
    [InlineData(Phase.Staging)]
    [InlineData(Phase.Unification)]
    public void Every_file_that_a_workflow_names_is_there(Phase phase)
    {
        foreach (var files in Configurations().Select(c => Render(phase, c)))
        {
            Assert.DoesNotContain(Named(files), n => !files.Keys.Any(f => Fits(f, n)));
        }
    }

    [Fact]
    public void The_statement_for_hive_is_chosen_by_the_tables_engine()
    {
        var files = Render(Phase.Unification, WithHive());

        Assert.Contains("'hive' AS \"engine\"", files["enrich/queries/generate_join_query.sql"], StringComparison.Ordinal);
        Assert.Contains("engine: hive", files["config/stage_enrich.yml"], StringComparison.Ordinal);
        Assert.DoesNotContain("engine: hive", Render(Phase.Unification, Project.SampleConfig())["config/stage_enrich.yml"], StringComparison.Ordinal);
    }

    private static IEnumerable<PipelineConfig> Configurations()
    {
        var sample = Project.SampleConfig();
        yield return sample;
        yield return sample with { Unification = sample.Unification with { Engine = UnificationEngine.Hosted } };
        yield return WithHive();
        yield return sample with
        {
            Unification = sample.Unification with
            {
                MergeByKeys = ["customer_id"],
                MergeByPersistentIds = ["household"],
                Ids = [new() { Name = "household", MergeByKeys = ["email", "phone"] }],
            },
        };
        yield return sample with { Staging = sample.Staging with { Engine = SqlEngine.Hive } };
    }

    private static PipelineConfig WithHive()
    {
        var sample = Project.SampleConfig();
        return sample with
        {
            Unification = sample.Unification with { Tables = [.. sample.Unification.Tables!.Value.Select(t => t with { Engine = SqlEngine.Hive })] },
        };
    }

    private static IReadOnlyDictionary<string, string> Render(Phase phase, PipelineConfig config)
    {
        var project = new Project(config);
        return phase switch
        {
            Phase.Ingestion => project.Render(project.LoadPhase),
            Phase.HistUnion => project.Render(Project.UnionPhase, SampleProjectTests.Schemas),
            Phase.Staging => project.Render(new StagingPhase(), SampleSchemas.Combined),
            _ => project.Render(new UnificationPhase(), SampleSchemas.Cleaned),
        };
    }

    /// <summary>The files that the workflows read; what a data source's settings name is looked up there.</summary>
    private static IEnumerable<string> Named(IReadOnlyDictionary<string, string> files)
    {
        foreach (var text in files.Where(f => f.Key.EndsWith(".dig", StringComparison.Ordinal)).Select(f => f.Value))
        {
            foreach (var name in Reference().Matches(text).Select(m => m.Groups[1].Value))
            {
                if (Setting().Match(name) is not { Success: true } setting)
                {
                    yield return name;
                    continue;
                }

                foreach (var value in Values(files, setting.Groups[1].Value))
                {
                    yield return name.Replace(setting.Value, value, StringComparison.Ordinal);
                }
            }
        }
    }

    private static IEnumerable<string> Values(IReadOnlyDictionary<string, string> files, string setting) => files
        .Where(f => f.Key.EndsWith("_datasources.yml", StringComparison.Ordinal))
        .SelectMany(f => Regex.Matches(f.Value, $@"^\s*(?:- )?{setting}: (\S+)$", RegexOptions.Multiline))
        .Select(m => m.Groups[1].Value);

    /// <summary>A name of the loop stands for any name.</summary>
    private static bool Fits(string file, string named) =>
        Regex.IsMatch(file, $"^{LoopName().Replace(Regex.Escape(named), "[a-z0-9_]+")}$");

    [GeneratedRegex(@"(?:td|td_for_each|td_load|!include )>?\s*: (\S+\.sql|\S+\.yml|\S+/\$\{datasource\.\w+\})\s*$", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\$\{datasource\.(\w+)\}")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\\\$\\\{[^}]*\}")]
    private static partial Regex LoopName();
}
