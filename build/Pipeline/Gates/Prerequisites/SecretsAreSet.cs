using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class SecretsAreSet : IPlatformGate
{
    /// <summary>Treasure Data gives every project the key of its owner under this name.</summary>
    private const string AccountKey = "td.apikey";

    public GateInfo Info { get; } = new(
        "PRE-12", null, GateKind.Online, CheckSeverity.Failure,
        "Every secret that the project's files resolve is set in the project.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var project = scope.Pipeline.Project(scope.Phase);
        var needed = scope.Files.Values.SelectMany(DigdagText.Secrets).Where(s => s != AccountKey).Distinct(StringComparer.Ordinal).ToArray();
        return needed.Length == 0 || scope.Pipeline.Config.On.MissingSecret is MissingSecretAnswer.Continue
            ? []
            : [.. needed.Except(await platform.ListSecretsAsync(project, cancellation), StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(s => new FileProblem(project, 0, 0, $"Secret {s} is missing. Set it: ./build.sh --target=Secrets"))];
    }
}
