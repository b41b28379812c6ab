using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed partial class TimeIsKept : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-15", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "time is copied as it is, never computed.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from union in UnionConfig.Of(scope)
        let sql = scope.Project.Text(union.Union)
        where sql is not null
        from item in SqlOutline.SelectLists(sql).SelectMany(l => l)
        where SqlOutline.NameOf(item) == "time" && !Plain().IsMatch(item)
        select new FileProblem(union.Union, 1, 1, $"'{item}' computes time, and rows would be read twice or never.");

    [GeneratedRegex("""^(\w+\.)?"?time"?$""")]
    private static partial Regex Plain();
}
