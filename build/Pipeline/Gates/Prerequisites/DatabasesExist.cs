using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class DatabasesExist : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-05", null, GateKind.Online, CheckSeverity.Failure,
        "Every database of the pipeline is there, or may be created.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        if (scope.Pipeline.Config.On.MissingDatabase is CreateOrStop.Create)
        {
            return [];
        }

        var there = await platform.ListDatabasesAsync(cancellation);
        return
        [
            .. scope.Pipeline.Databases.Except(there, StringComparer.Ordinal)
                .Select(d => new FileProblem(d, 0, 0, $"There is no database {d}. Create it, or say on.missing_database: create.")),
        ];
    }
}
