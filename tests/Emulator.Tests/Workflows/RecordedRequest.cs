using System.Text.Json.Nodes;

namespace Cdp.Emulator.Tests.Workflows;

/// <summary>One request and what the real digdag answered: a line of <c>digdag_rest.jsonl</c>.</summary>
internal sealed record RecordedRequest(string Title, string Method, string Path, JsonNode? Body, RecordedAnswer Answer)
{
    public static IReadOnlyList<RecordedRequest> All { get; } =
        [.. File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Cases", "digdag_rest.jsonl")).Select(Read)];

    private static RecordedRequest Read(string line)
    {
        var record = JsonNode.Parse(line)!;
        var request = record["request"]!;
        var response = record["response"]!;
        return new RecordedRequest(
            (string)record["title"]!,
            (string)request["method"]!,
            (string)request["path"]!,
            request["body"],
            new RecordedAnswer(
                (int)response["status"]!,
                (string?)response["contentType"] ?? "",
                (string?)response["headers"]?["Allow"],
                response["json"]));
    }
}

internal sealed record RecordedAnswer(int Status, string ContentType, string? Allow, JsonNode? Json);
