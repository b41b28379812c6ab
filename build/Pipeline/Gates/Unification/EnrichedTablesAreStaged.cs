using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class EnrichedTablesAreStaged : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-03", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "stage_enrich.yml names staged tables and their columns, never a table of the preparation.");

    private const string Path = "config/stage_enrich.yml";

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        var tables = ((scope.Project.Yaml(Path) as YamlMapping)?["tables"] as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];
        foreach (var table in tables)
        {
            var name = (table["table"] as YamlScalar)?.Text ?? string.Empty;
            if (name.EndsWith("_prep", StringComparison.Ordinal))
            {
                yield return Problem(table, $"{name} is a table of the preparation; the staged one is meant.");
            }

            var schema = scope.Schemas.Find(new((table["database"] as YamlScalar)?.Text ?? string.Empty, name));
            foreach (var key in (table["key_columns"] as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
            {
                if (key["column"] is YamlScalar column && schema is not null && schema.Column(column.Text) is null)
                {
                    yield return Problem(column, $"{name} has no column {column.Text}.");
                }
            }
        }
    }

    private static FileProblem Problem(YamlNode at, string message) => new(Path, at.Position.Line, at.Position.Column, message);
}
