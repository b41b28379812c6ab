using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class ClientIsNamed : IFileGate
{
    public GateInfo Info { get; } = new(
        "PRE-02", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "The client's name is a client's, not a placeholder.");

    private static readonly string[] _placeholders = ["client", "demo", "test", "sample", "example"];

    private static readonly string[] _databases =
        ["client_src", "client_stg", "demo_db", "demo_db_stg", "test_db", "sample_db", "example_db"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
    [
        .. _placeholders.Contains(scope.Pipeline.Client, StringComparer.Ordinal)
            ? [Problem(scope.Pipeline.Client, "client")]
            : Array.Empty<FileProblem>(),
        .. scope.Pipeline.Databases.Where(d => _databases.Contains(d, StringComparer.Ordinal)).Select(d => Problem(d, "its database")),
    ];

    private static FileProblem Problem(string name, string key) =>
        new(string.Empty, 0, 0, $"'{name}' is a placeholder. Write the client's own name for {key}.");
}
