using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates;

namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>A gate that asks what a test gives it.</summary>
internal sealed class FakeGate(string id, Phase phase, string? says) : IDataGate
{
    public GateInfo Info { get; } = new(id, phase, GateKind.Data, CheckSeverity.Warning, "All is well.");

    public IEnumerable<DataCheck> Checks(GateScope scope) =>
        [new(id, $"acme_{phase.Folder()}.things", Info.Severity, Info.Rule, $"acme_{phase.Folder()}", "SELECT 7 AS n", _ => says)];
}
