using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class ColumnsFindRoom : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-17", Phase.Staging, GateKind.Offline, CheckSeverity.Warning,
        "Every column of a source finds room in its staged table, which has 200 at most.");

    private const int Named = 5;

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from path in scope.Project.Ending("_columns.md")
        let left = Dictionary.LeftOut(scope, path)
        where left.Count > 0
        select new FileProblem(path, left[0].Line, 1, FormattableString.Invariant(
            $"{left.Count} columns found no room, {(left.Count > Named ? "among them " : string.Empty)}{string.Join(", ", left.Take(Named).Select(c => c.Name))}. Drop columns that nobody needs."));
}
