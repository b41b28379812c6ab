using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Commands;

/// <summary>Results and failures of queries as JSON, in the words of issue "The pipeline runs", "Tools".</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(JsonNode node) => node.ToJsonString(Plain);

    /// <returns><c>{"columns":[{"name","type"}],"rows":[[…]],"updateCount"}</c></returns>
    public static JsonObject Of(QueryResult result)
    {
        var answer = new JsonObject
        {
            ["columns"] = new JsonArray([.. result.Columns.Select(c => new JsonObject { ["name"] = c.Name, ["type"] = c.Type })]),
            ["rows"] = new JsonArray([.. result.Rows.Select(row => new JsonArray([.. row.Select(value => value?.DeepClone())]))]),
        };
        if (result.UpdateType is { } type)
        {
            answer["updateType"] = type;
        }

        if (result.UpdateCount is { } count)
        {
            answer["updateCount"] = count;
        }

        return answer;
    }

    /// <returns><c>{"error":{"name","message","line","column"}}</c></returns>
    public static JsonObject Of(QueryException error) => new()
    {
        ["error"] = new JsonObject
        {
            ["name"] = error.ErrorName,
            ["message"] = error.Message,
            ["line"] = error.Line,
            ["column"] = error.Column,
        },
    };
}
