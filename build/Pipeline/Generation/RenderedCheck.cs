using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;
using Cdp.Yaml;

namespace Cdp.Pipeline.Generation;

/// <summary>Looks at rendered files before they are written: what TD would refuse later is refused here.</summary>
public sealed partial class RenderedCheck(TemplateFolders templates, IWorkflowChecker workflows, ISqlChecker sql)
{
    public IReadOnlyList<FileProblem> Check(RenderedPhase phase, SchemaCatalog schemas) =>
    [
        .. phase.Files.Where(f => f.Key.EndsWith(".yml", StringComparison.Ordinal)).SelectMany(f => Yaml(f.Key, f.Value)),
        .. workflows.Check(phase.Files),
        .. phase.Sources.Where(s => s.Path.EndsWith(".sql", StringComparison.Ordinal)).SelectMany(s => Sql(phase, s, schemas)),
        .. phase.Files.SelectMany(f => Secrets(f.Key, f.Value)),
    ];

    private static IEnumerable<FileProblem> Yaml(string path, string text)
    {
        FileProblem? problem = null;
        try
        {
            _ = YamlDocument.Read(text, path);
        }
        catch (YamlSyntaxException ex)
        {
            problem = new(path, ex.Position.Line, ex.Position.Column, ex.Message);
        }

        return problem is null ? [] : [problem];
    }

    private IEnumerable<FileProblem> Sql(RenderedPhase phase, GeneratedFile file, SchemaCatalog schemas)
    {
        if (file.Sql is SqlKind.Opaque)
        {
            return [];
        }

        var samples = Samples.Read(templates, $"{phase.Phase.Folder()}/{file.Template}");
        var filled = samples.Fill(file.Path, phase.Files[file.Path], out var unknown);
        return unknown.Count > 0
            ? unknown
            : sql.Check(new(
                file.Path,
                filled,
                file.Database,
                file.Sql is SqlKind.Hive ? SqlDialect.Hive : SqlDialect.Trino,
                file.Sql is SqlKind.Bound ? schemas : null));
    }

    /// <summary>A key of the account in a generated file (spec, cdp_phases §5, OR-03).</summary>
    private static IEnumerable<FileProblem> Secrets(string path, string text) =>
        ApiKey().IsMatch(text) ? [new(path, 0, 0, "The file holds what looks like an API key. Use ${secret:…}.")] : [];

    [GeneratedRegex("""(?<![0-9A-Za-z/.])[0-9]{1,8}/[0-9a-f]{40}(?![0-9A-Za-z])""")]
    private static partial Regex ApiKey();
}
