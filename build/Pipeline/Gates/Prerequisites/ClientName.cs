using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed partial class ClientName : IFileGate
{
    public GateInfo Info { get; } = new(
        "PRE-01", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "The client's name has 2 to 30 lower-case letters and digits.");

    public IEnumerable<FileProblem> Look(GateScope scope) => Pattern().IsMatch(scope.Pipeline.Client)
        ? []
        : [new(string.Empty, 0, 0, $"'{scope.Pipeline.Client}' cannot be the prefix of databases. Write 2 to 30 lower-case letters and digits.")];

    [GeneratedRegex("^[a-z0-9]{2,30}$")]
    private static partial Regex Pattern();
}
