using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Checks;

/// <summary>Reading figures out of a result.</summary>
public static class QueryResultExtensions
{
    /// <summary>The value in the named column of a row, or null.</summary>
    public static JsonNode? Value(this QueryResult result, string column, int row = 0)
    {
        for (var i = 0; i < result.Columns.Length; i++)
        {
            if (string.Equals(result.Columns[i].Name, column, StringComparison.OrdinalIgnoreCase))
            {
                return row < result.Rows.Length ? result.Rows[row][i] : null;
            }
        }

        throw new PipelineException($"A check asks for the column '{column}', which its query does not return.");
    }

    /// <summary>A whole number; SQL's NULL counts as zero.</summary>
    public static long Number(this QueryResult result, string column, int row = 0) => (long)result.Fraction(column, row);

    /// <summary>A number; SQL's NULL counts as zero. Decimals come as text in Trino's protocol.</summary>
    public static double Fraction(this QueryResult result, string column, int row = 0) => result.Value(column, row) switch
    {
        null => 0,
        JsonValue value when value.GetValueKind() is JsonValueKind.Number =>
            double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        var value => double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new PipelineException($"A check expects a number in '{column}', but found '{value}'."),
    };

    public static string? Text(this QueryResult result, string column, int row = 0) => result.Value(column, row)?.ToString();
}
