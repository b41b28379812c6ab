using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed partial class TablesIdentifyPeople : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-09", Phase.Unification, GateKind.Online, CheckSeverity.Failure,
        "Every table of the unification has the columns of its keys.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var live = await LiveTables.OfAsync(scope, platform, cancellation);
        return
        [
            .. from table in scope.Pipeline.Unification.Tables
               let found = live.Tables.FirstOrDefault(t => t.Table == table.Table)
               where found is not null && !found.Columns.Any(c => Identifies(table, c.Name))
               select new FileProblem(
                   $"{found.Database}.{found.Table}", 0, 0, "None of its columns identifies a person. Name one under key_columns, or leave the table out."),
        ];
    }

    private static bool Identifies(ResolvedUnificationTable table, string column) =>
        table.Config?.KeyColumns is { Length: > 0 } keys
            ? keys.Any(k => k.Column == column)
            : Identifier().IsMatch(column);

    [GeneratedRegex("email|phone|mobile|(user|customer|account|member|profile|identity|cookie|device|client)_?(uu)?id|^uid$")]
    private static partial Regex Identifier();
}
