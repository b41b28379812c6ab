using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Operators.Td;

internal sealed record TdJobInfo(ImmutableArray<string> Columns, long Records, string Output, string Errors)
{
    public static TdJobInfo Of(JsonObject job) => new(
        ColumnsOf(job["hive_result_schema"]),
        job["num_records"] is JsonValue records && long.TryParse(records.ToString(), out var count) ? count : 0,
        job["debug"]?["cmdout"]?.ToString() ?? "",
        job["debug"]?["stderr"]?.ToString() ?? "");

    private static ImmutableArray<string> ColumnsOf(JsonNode? schema) =>
        (schema is JsonValue text && text.ToString() is { Length: > 0 } json ? JsonNode.Parse(json) : schema) is JsonArray columns
            ? [.. columns.Select(c => (c as JsonArray)?[0]?.ToString() ?? "")]
            : [];
}
