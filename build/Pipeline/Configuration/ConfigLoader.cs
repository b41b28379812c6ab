using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration.Binding;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Yaml;

namespace Cdp.Pipeline.Configuration;

/// <summary>Reads <c>pipeline.yml</c>: whole and right, or an error that names every place that is not.</summary>
public sealed partial class ConfigLoader(FileStore files, IReadOnlyList<IPhaseDefinition> phases)
{
    /// <param name="adjust">What the command line says on top of the file; reviewed together with it.</param>
    public PipelineConfig Load(string path, Func<PipelineConfig, PipelineConfig>? adjust = null)
    {
        var report = new BindingReport();
        var root = Root(path);
        RefuseKeys(root, report);
        var config = (PipelineConfig?)new ConfigBinder(report).Bind(root, typeof(PipelineConfig), string.Empty);
        if (config is not null)
        {
            config = adjust?.Invoke(config) ?? config;
            Review(config, Path.GetDirectoryName(Path.GetFullPath(path))!, report);
        }

        report.ThrowIfAny();
        return config!;
    }

    private YamlNode Root(string path)
    {
        if (!files.Exists(path))
        {
            throw new PipelineException(
                $"There is no configuration {path}. Say where it is with --config=FILE.", ExitCode.WrongInput);
        }

        try
        {
            return YamlDocument.Read(files.ReadText(path), path) ?? new YamlMapping(new Position(path, 1, 1), null, []);
        }
        catch (YamlSyntaxException ex)
        {
            throw new PipelineException($"{ex.Position}: This is not YAML: {ex.Message.TrimEnd('.')}.", ExitCode.WrongInput, ex);
        }
    }

    private void Review(PipelineConfig config, string folder, BindingReport report)
    {
        var problems = ReferenceRules.Review(config)
            .Concat(new StandInRules(files, folder).Review(config))
            .Concat(phases.SelectMany(p => p.Review(config)));
        foreach (var problem in problems)
        {
            report.Problem(problem);
        }
    }

    /// <summary>A key of the account, wherever it stands, must not be in a file that is checked in.</summary>
    private static void RefuseKeys(YamlNode node, BindingReport report)
    {
        switch (node)
        {
            case YamlScalar scalar when ApiKey().IsMatch(scalar.Text):
                report.Problem(
                    scalar.Position,
                    "This looks like an API key of Treasure Data. Put it into the environment variable TD_API_KEY, remove it here, and renew it if this file was shared.");
                break;
            case YamlSequence list:
                list.Items.ToList().ForEach(item => RefuseKeys(item, report));
                break;
            case YamlMapping map:
                map.Entries.ToList().ForEach(entry => RefuseKeys(entry.Value, report));
                break;
        }
    }

    [GeneratedRegex(@"\A(?:TD1 )?[0-9]+/[A-Za-z0-9]{16,}\z")]
    private static partial Regex ApiKey();
}
