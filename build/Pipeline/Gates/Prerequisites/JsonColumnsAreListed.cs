using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class JsonColumnsAreListed : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-10", Phase.Staging, GateKind.Online, CheckSeverity.Info,
        "Columns that hold JSON have their keys named (staging.tables[].columns[].keys).");

    /// <summary>Rows that are looked at; the first ones do.</summary>
    private const int Rows = 100;

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var found = new List<FileProblem>();
        foreach (var table in scope.Schemas.Tables.Where(t => t.Columns.Any(c => c.Type == "varchar")))
        {
            var text = table.Columns.Where(c => c.Type == "varchar").Select(c => c.Name).ToArray();
            var result = await platform.QueryAsync(new(Query(table.Name, text), table.Name.Database), cancellation);
            found.AddRange(text.Where(c => result.Number(c) > 0 && !Named(scope, table.Name, c)).Select(c => new FileProblem(
                table.Name.ToString(), 0, 0, $"Column {c} holds JSON; name its keys: columns: {{ {c}: {{ keys: […] }} }}.")));
        }

        return found;
    }

    private static string Query(TableName table, IEnumerable<string> columns) =>
        $"SELECT {string.Join(", ", columns.Select(c => $"COUNT_IF(regexp_like({Sql.Name(c)}, '^\\s*[{{\\[]\\s*\"')) AS {Sql.Name(c)}"))} "
        + FormattableString.Invariant($"FROM (SELECT * FROM {Sql.Table(table)} LIMIT {Rows}) t");

    private static bool Named(GateScope scope, TableName table, string column) => scope.Pipeline.Staging.Tables
        .FirstOrDefault(t => t.SourceTable == table.Table)?.Config?.Columns.ContainsKey(column) is true;
}
