using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed partial class LoadFilesAreWhole : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-07", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Load files are YAML with in: and out:, append or replace, and every file and database that is named is there.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        [.. scope.Project.Ending(".yml").SelectMany(p => Written(scope, p)), .. Loads(scope), .. Named(scope), .. Databases(scope)];

    private static IEnumerable<FileProblem> Written(GateScope scope, string path)
    {
        var lines = scope.Project.Text(path)!.Split('\n');
        var tab = Array.FindIndex(lines, l => l.Contains('\t', StringComparison.Ordinal));
        if (tab >= 0)
        {
            yield return new(path, tab + 1, lines[tab].IndexOf('\t', StringComparison.Ordinal) + 1, "There is a tab. Write blanks.");
        }

        var doubled = Maps(scope.Project.Yaml(path)).SelectMany(m => m.Entries.Select(e => e.Key).OfType<YamlScalar>()
            .Where(k => k.Tag is null).GroupBy(k => k.Text, StringComparer.Ordinal).Where(g => g.Count() > 1));
        foreach (var key in doubled)
        {
            yield return new(path, key.Last().Position.Line, key.Last().Position.Column, $"The key {key.Key} is written twice.");
        }
    }

    private static IEnumerable<FileProblem> Loads(GateScope scope) =>
        from path in scope.Project.Ending("_load.yml")
        let root = scope.Project.Yaml(path) as YamlMapping
        let problem = root is not { } load ? "The file is no mapping with in: and out:."
            : load["in"] is not YamlMapping || load["out"] is not YamlMapping ? "A load file has in: and out:."
            : ((YamlMapping)load["out"]!)["mode"] is not YamlScalar { Text: "append" or "replace" } ? "out.mode is append or replace."
            : null
        where problem is not null
        select new FileProblem(path, 1, 1, problem);

    private static IEnumerable<FileProblem> Named(GateScope scope) =>
        from source in scope.Pipeline.Ingestion.Sources
        from entry in DataSources.Of(scope, source.Name)
        let file = entry["config_file"] as YamlScalar
        where file is null || scope.Project.Text($"config/{file.Text}") is null
        select new FileProblem(
            DataSources.PathOf(source.Name), entry.Position.Line, entry.Position.Column, $"There is no config/{file?.Text ?? "…, for it names no config_file"}.");

    private static IEnumerable<FileProblem> Databases(GateScope scope)
    {
        var known = (scope.Project.Yaml("config/database.yml") as YamlMapping)?["databases"] as YamlMapping;
        return
            from workflow in scope.Project.Workflows
            from Match reference in Database().Matches(workflow.Text)
            where known?[reference.Groups["name"].Value] is null
            select new FileProblem(
                workflow.Path,
                workflow.Text[..reference.Index].Count(c => c == '\n') + 1,
                1,
                $"config/database.yml has no database {reference.Groups["name"].Value}.");
    }

    private static IEnumerable<YamlMapping> Maps(YamlNode? node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(e => Maps(e.Value)).Prepend(map),
        YamlSequence list => list.Items.SelectMany(Maps),
        _ => [],
    };

    [GeneratedRegex(@"\$\{databases\.(?<name>\w+)\}")]
    private static partial Regex Database();
}
