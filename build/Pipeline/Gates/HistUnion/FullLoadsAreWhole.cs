using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed partial class FullLoadsAreWhole : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-11", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "A table that is loaded whole is read without a condition, but for the one that leaves one row per key.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from union in UnionConfig.Of(scope)
        where union.IsFull && scope.Project.Text(union.Union) is { } sql && Where().Count(SqlOutline.Bare(sql)) > (union.HasOneRowPerKey ? 1 : 0)
        select new FileProblem(union.Union, 1, 1, "There is a WHERE: rows of the full load would be missing.");

    [GeneratedRegex(@"\bWHERE\b", RegexOptions.IgnoreCase)]
    private static partial Regex Where();
}
