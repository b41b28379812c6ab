using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration.Binding;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Yaml;

namespace Cdp.Pipeline.Configuration;

/// <summary>Reads <c>pipeline.yml</c>: whole and right, or an error that names every place that is not.</summary>
public sealed partial class ConfigLoader(FileStore files, Func<PipelineConfig, IReadOnlyList<IPhaseDefinition>> phases)
{
    public ConfigLoader(FileStore files, IReadOnlyList<IPhaseDefinition> phases)
        : this(files, _ => phases)
    {
    }

    /// <param name="adjust">What the command line says on top of the file; reviewed together with it.</param>
    /// <param name="environment">One of <c>environments:</c>, instead of the file's <c>environment:</c>.</param>
    /// <remarks>Every environment is checked, whichever is chosen: a slip in <c>prod</c> is told while one works in <c>dev</c>.</remarks>
    public PipelineConfig Load(string path, Func<PipelineConfig, PipelineConfig>? adjust = null, string? environment = null) =>
        LoadDraft(path, Text(path), adjust, environment);

    /// <summary>The same of a text that is not written yet.</summary>
    /// <param name="path">Where it will be: its own paths are relative to that folder.</param>
    public PipelineConfig LoadDraft(
        string path, string text, Func<PipelineConfig, PipelineConfig>? adjust = null, string? environment = null)
    {
        var root = Root(path, text);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        BindingReport report = new();
        RefuseKeys(root, report);
        var environments = Environments.Of(root, report);
        var chosen = environment ?? environments.Default;
        var config = Bind(environments.With(chosen, report), folder, report, adjust);
        foreach (var other in environments.Names.Where(name => name != chosen))
        {
            Bind(environments.With(other, report), folder, report, null);
        }

        report.ThrowIfAny();
        return chosen is null ? config! : config! with { Environment = chosen };
    }

    private PipelineConfig? Bind(YamlNode root, string folder, BindingReport report, Func<PipelineConfig, PipelineConfig>? adjust)
    {
        if ((PipelineConfig?)new ConfigBinder(report).Bind(root, typeof(PipelineConfig), string.Empty) is not { } config)
        {
            return null;
        }

        config = adjust?.Invoke(config) ?? config;
        if (config.TemplateFolder is { } own)
        {
            config = config with { TemplateFolder = Path.GetFullPath(Path.Combine(folder, own)) };
            if (!files.FolderExists(config.TemplateFolder))
            {
                report.Problem(new ConfigProblem("template_folder", $"There is no folder {own} in {folder}."));
                return config;
            }
        }

        return Reviewed(config, folder, report);
    }

    /// <summary>Whether it has the form of an API key of Treasure Data.</summary>
    internal static bool IsKey(string text) => ApiKey().IsMatch(text);

    private string Text(string path) => files.Exists(path)
        ? files.ReadText(path)
        : throw new PipelineException(
            $"There is no configuration {path}. Say where it is with --config=FILE, or have one written: ./build.sh --target=Init.",
            ExitCode.WrongInput);

    private static YamlNode Root(string path, string text)
    {
        try
        {
            return YamlDocument.Read(text, path) ?? new YamlMapping(new Position(path, 1, 1), null, []);
        }
        catch (YamlSyntaxException ex)
        {
            throw new PipelineException($"{ex.Position}: This is not YAML: {ex.Message.TrimEnd('.')}.", ExitCode.WrongInput, ex);
        }
    }

    /// <summary>Its references are right before phases complete it: they go by them.</summary>
    private PipelineConfig Reviewed(PipelineConfig config, string folder, BindingReport report)
    {
        var definitions = phases(config);
        if (!config.Ingestion.Sources.IsEmpty)
        {
            config = definitions.Aggregate(config, (c, phase) => phase.Complete(c));
        }

        var problems = ReferenceRules.Review(config)
            .Concat(new StandInRules(files, folder).Review(config))
            .Concat(definitions.SelectMany(p => p.Review(config)));
        foreach (var problem in problems)
        {
            report.Problem(problem);
        }

        return config;
    }

    /// <summary>A key of the account, wherever it stands, must not be in a file that is checked in.</summary>
    private static void RefuseKeys(YamlNode node, BindingReport report)
    {
        switch (node)
        {
            case YamlScalar scalar when IsKey(scalar.Text):
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
