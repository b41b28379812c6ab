using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class UnifyFileIsWhole : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-06", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "unify.yml has its name, keys and tables, and every key that a table names is one.");

    private const string Path = "config/unify.yml";

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        if (scope.Project.Yaml(Path) is not YamlMapping root)
        {
            yield break;
        }

        foreach (var key in UnifyFile.Required.Where(k => root[k] is null))
        {
            yield return new(Path, 1, 1, $"There is no {key}.");
        }

        foreach (var entry in root.Entries.Where(e => e.Key is YamlScalar k && !UnifyFile.Known.Contains(k.Text)))
        {
            yield return new(Path, entry.Key.Position.Line, entry.Key.Position.Column, $"unify.yml has no key {((YamlScalar)entry.Key).Text}.");
        }

        var keys = UnifyFile.List(root["keys"]).Select(k => (k["name"] as YamlScalar)?.Text).ToHashSet();
        foreach (var column in UnifyFile.List(root["tables"]).SelectMany(t => UnifyFile.List(t["key_columns"])))
        {
            if (column["key"] is not YamlScalar key || !keys.Contains(key.Text))
            {
                yield return new(Path, column.Position.Line, column.Position.Column, $"The table names the key {(column["key"] as YamlScalar)?.Text}, which there is not.");
            }
        }
    }
}
