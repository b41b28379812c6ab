using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class UnionsBuildTheirTable : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-06", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "A table is created before it is inserted into, and both sides come in one statement; a full load takes the place of the old table by a swap.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from union in UnionConfig.Of(scope)
        from problem in union.IsFull ? Full(scope, union) : Incremental(scope, union)
        select problem;

    private static IEnumerable<FileProblem> Incremental(GateScope scope, UnionConfig union)
    {
        if (!Has(scope, union.Create, "CREATE TABLE IF NOT EXISTS"))
        {
            yield return new(union.Create, 1, 1, "It does not CREATE TABLE IF NOT EXISTS.");
        }

        if (!Has(scope, union.Union, "INSERT INTO"))
        {
            yield return new(union.Union, 1, 1, "It does not INSERT INTO the combined table.");
        }

        if (union.Sides.Length > 1 && !Has(scope, union.Union, "UNION ALL"))
        {
            yield return new(union.Union, 1, 1, "It does not join its sides by UNION ALL.");
        }
    }

    private static IEnumerable<FileProblem> Full(GateScope scope, UnionConfig union)
    {
        if (Has(scope, union.Union, "DROP TABLE"))
        {
            yield return new(union.Union, 1, 1, "It drops the table that others read. Build a new one and swap.");
        }
    }

    private static bool Has(GateScope scope, string path, string words) =>
        scope.Project.Text(path) is { } sql && SqlOutline.Bare(sql).Contains(words, StringComparison.OrdinalIgnoreCase);
}
