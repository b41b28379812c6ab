using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData;

/// <summary>TD writes a table's schema as JSON text <c>[["email","string"],…]</c> in Hive's words and leaves the
/// <c>time</c> column out; Trino's words and all columns are what the rest of the house uses.</summary>
internal static class TdSchema
{
    public static ImmutableArray<ColumnDescription> Columns(JsonNode? schema)
    {
        var columns = Pairs(schema).Select(c => c with { Type = TrinoName(c.Type) }).ToImmutableArray();
        return columns.Any(c => c.Name == "time") ? columns : columns.Add(new("time", "bigint"));
    }

    /// <summary>A result's schema is in the words of the engine that made it.</summary>
    public static ImmutableArray<ColumnDescription> ResultColumns(JsonNode? schema) => [.. Pairs(schema)];

    private static IEnumerable<ColumnDescription> Pairs(JsonNode? schema)
    {
        var text = schema?.ToString();
        return string.IsNullOrEmpty(text)
            ? []
            : JsonNode.Parse(text)!.AsArray().Select(c => new ColumnDescription(c![0]!.ToString(), c[1]!.ToString()));
    }

    private static string TrinoName(string type) => type switch
    {
        "string" => "varchar",
        "long" => "bigint",
        "int" => "integer",
        "float" => "real",
        _ when type.StartsWith("array<", StringComparison.Ordinal) => $"array({TrinoName(type[6..^1])})",
        _ => type,
    };
}
