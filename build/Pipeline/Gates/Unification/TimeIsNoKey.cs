using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class TimeIsNoKey : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-08", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "time is never a column of the preparation.");

    private const string Path = "config/src_prep_params.yml";

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from table in UnifyFile.List((scope.Project.Yaml(Path) as YamlMapping)?["prep_tbls"])
        from column in UnifyFile.List(table["columns"])
        where column["name"] is YamlScalar { Text: "time" } || column["alias_as"] is YamlScalar { Text: "time" }
        select new FileProblem(Path, column.Position.Line, column.Position.Column, "time cannot be a key: every row has its own.");
}
