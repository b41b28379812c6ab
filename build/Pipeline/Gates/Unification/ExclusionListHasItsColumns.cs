using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class ExclusionListHasItsColumns : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "UN-12", Phase.Unification, GateKind.Online, CheckSeverity.Failure,
        "The databases are there, and exclusion_list, where it exists, has its columns.");

    private static readonly string[] _columns = ["key_value", "key_name", "tbls", "note"];

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var found = (await platform.DescribeTablesAsync(scope.Pipeline.LookupDatabase, cancellation)).FirstOrDefault(t => t.Table == "exclusion_list");
        return found is null
            ? [] // the first run makes it
            : [.. _columns.Except(found.Columns.Select(c => c.Name), StringComparer.Ordinal)
                .Select(c => new FileProblem($"{found.Database}.{found.Table}", 0, 0, $"It has no column {c}: values on the list would not be excluded."))];
    }
}
