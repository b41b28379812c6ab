using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class UnionSqlIsTrino : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-09", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "Queries have no backquotes, and what is opened is closed.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from sql in scope.Project.Sql
        let text = SqlOutline.WithoutComments(sql.Value)
        let problem = SqlOutline.Unbalanced(sql.Value) is { } open ? $"There is {open}."
            : text.Contains('`', StringComparison.Ordinal) ? "There is a backquote; Trino quotes names with \"." : null
        where problem is not null
        select new FileProblem(sql.Key, 1, 1, problem);
}
