using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>Looks at a table's text columns: once at all rows for counts, once at some for their form.</summary>
internal sealed class TableProfiler(IPlatform platform, ImmutableArray<string> nullTokens)
{
    private const int SampleRows = 1_000;

    private readonly HashSet<string> _nothing = new(nullTokens, StringComparer.OrdinalIgnoreCase);

    public async Task<ImmutableArray<ColumnProfile>> LookAsync(
        TableName table, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        if (columns.Count == 0)
        {
            return [];
        }

        var counts = (await AskAsync(table, ["COUNT(*)", .. columns.Select(Sql.Name).SelectMany(Counts)], string.Empty, cancellation))[0];
        var sample = await AskAsync(table, columns.Select(Sql.Name), $"\nLIMIT {SampleRows}", cancellation);
        return
        [
            .. columns.Select((column, n) => new ColumnProfile(
                column, Number(counts[0]), Number(counts[1 + 2 * n]), Number(counts[2 + 2 * n]), Values(sample.Select(row => row[n])))),
        ];
    }

    private static IEnumerable<string> Counts(string column) =>
        [$"COUNT_IF(NULLIF(TRIM({column}), '') IS NULL)", $"APPROX_DISTINCT({column})"];

    private async Task<ImmutableArray<ImmutableArray<JsonNode?>>> AskAsync(
        TableName table, IEnumerable<string> expressions, string end, CancellationToken cancellation) =>
        (await platform.QueryAsync(
            new($"SELECT\n  {string.Join(",\n  ", expressions)}\nFROM {Sql.Table(table)}{end}", table.Database), cancellation)).Rows;

    private ImmutableArray<string> Values(IEnumerable<JsonNode?> cells) =>
        [.. cells.Select(c => c?.ToString().Trim() ?? string.Empty).Where(v => v.Length > 0 && !_nothing.Contains(v))];

    private static long Number(JsonNode? cell) => long.Parse(cell!.ToString(), CultureInfo.InvariantCulture);
}
