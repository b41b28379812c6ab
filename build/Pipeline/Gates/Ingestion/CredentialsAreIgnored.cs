using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class CredentialsAreIgnored : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-09", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Git ignores the file with the credentials.");

    private const string Credentials = "credentials_ingestion.json";

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        scope.Project.Text(".gitignore")?.Split('\n').Any(l => l.Trim() == Credentials) is true
            ? []
            : [new(".gitignore", 1, 1, $"{Credentials} is not ignored, so its values could be committed.")];
}
