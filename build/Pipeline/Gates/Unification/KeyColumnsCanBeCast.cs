using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates.Prerequisites;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class KeyColumnsCanBeCast : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "UN-13", Phase.Unification, GateKind.Online, CheckSeverity.Failure,
        "The columns of keys are there, and of a type that text can be made of.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var live = await LiveTables.OfAsync(scope, platform, cancellation);
        return
        [
            .. from table in scope.Pipeline.Unification.Tables
               let found = live.Tables.FirstOrDefault(t => t.Table == table.Table)
               where found is not null
               from key in table.Config?.KeyColumns ?? []
               let column = found.Columns.FirstOrDefault(c => c.Name == key.Column)
               let problem = column is null ? $"There is no column {key.Column} for the key {key.Key}."
                   : column.Type.StartsWith("array", StringComparison.Ordinal) || column.Type.StartsWith("map", StringComparison.Ordinal)
                       ? $"Column {key.Column} is {column.Type}, which cannot be a key." : null
               where problem is not null
               select new FileProblem($"{found.Database}.{found.Table}", 0, 0, problem),
        ];
    }
}
