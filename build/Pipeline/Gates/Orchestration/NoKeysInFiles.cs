using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Orchestration;

internal sealed class NoKeysInFiles : IFileGate
{
    public GateInfo Info { get; } = new(
        "OR-03", null, GateKind.Offline, CheckSeverity.Failure,
        "No file holds what looks like an API key or a private key.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from path in scope.Project.Paths
        let text = scope.Project.Text(path)
        let match = KeyMaterial.Pattern().Match(text)
        where match.Success
        select new FileProblem(path, text[..match.Index].Count(c => c == '\n') + 1, 1, "The file holds what looks like a key. Use ${secret:…}.");
}
