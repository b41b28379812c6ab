using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Checks;

/// <summary>Asks for the report's figures and writes them as people read them.</summary>
internal static class Metrics
{
    public static async Task<ImmutableArray<Figure>> AskAsync(
        IPlatform platform, IReadOnlyList<MetricQuery> queries, CancellationToken cancellation)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var query in queries)
        {
            figures.AddRange(await AskAsync(platform, query, cancellation));
        }

        return figures.ToImmutable();
    }

    /// <summary>A figure of a table that is missing is not known; that the table is missing is told by its check.</summary>
    private static async Task<IEnumerable<Figure>> AskAsync(IPlatform platform, MetricQuery query, CancellationToken cancellation)
    {
        try
        {
            var result = await platform.QueryAsync(new(query.Sql, query.Database), cancellation);
            return [.. query.Labels.Select(m => new Figure(query.Section, m.Label, Text(result.Value(m.Column)) + m.Unit))];
        }
        catch (QueryException)
        {
            return query.Labels.Select(m => new Figure(query.Section, m.Label, "not known"));
        }
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "none",
        JsonValue number when number.GetValueKind() is JsonValueKind.Number =>
            double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture) is var n && n == Math.Truncate(n)
            ? n.ToString("N0", CultureInfo.InvariantCulture)
            : n.ToString("N2", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
