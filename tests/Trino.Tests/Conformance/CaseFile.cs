using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>The recorded answers of a real Trino, beside the tests.</summary>
internal static class CaseFile
{
    public static IReadOnlyList<JsonObject> Read(string name, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "Cases", name)).Select(l => JsonNode.Parse(l)!.AsObject())];
}
