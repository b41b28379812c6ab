using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Orchestration;

internal sealed class SqlIsClosed : IFileGate
{
    public GateInfo Info { get; } = new(
        "OR-05", null, GateKind.Offline, CheckSeverity.Failure,
        "Quotes and brackets of every query are closed, and what becomes part of a statement has no ; at its end.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        foreach (var sql in scope.Project.Sql)
        {
            if (SqlOutline.Unbalanced(sql.Value) is { } open)
            {
                yield return new(sql.Key, 1, 1, $"There is {open}.");
            }
        }

        var wrapped = scope.Project.Workflows.SelectMany(w => Wrapped(w.Root)).SelectMany(scope.Project.Meant).Distinct(StringComparer.Ordinal);
        foreach (var path in wrapped.Where(p => SqlOutline.WithoutComments(scope.Project.Text(p)!).TrimEnd().EndsWith(';')))
        {
            yield return new(path, 1, 1, "It ends with ;, but create_table or insert_into is put around it.");
        }
    }

    /// <summary>Files that td> makes part of a CREATE TABLE or an INSERT.</summary>
    private static IEnumerable<string> Wrapped(YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(e => Wrapped(e.Value)).Concat(
            map["td>"] is YamlScalar file && file.Text.EndsWith(".sql", StringComparison.Ordinal)
                && (map["create_table"] is not null || map["insert_into"] is not null) ? [file.Text] : []),
        YamlSequence list => list.Items.SelectMany(Wrapped),
        _ => [],
    };
}
