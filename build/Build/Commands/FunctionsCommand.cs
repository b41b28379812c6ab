using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using Cdp.Trino;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Query --functions</c>: what the emulator's SQL knows, and how it computes it.</summary>
internal static class FunctionsCommand
{
    public static void Run(TextWriter output, string format) => QueryOutput.Write(
        output,
        new QueryResult(
            [.. ((string[])["function", "signature", "kind", "mapping", "source"]).Select(name => new ColumnDescription(name, "varchar"))],
            [.. FunctionCatalog.All.Select(f => ((string[])[f.Name, f.Signature, f.Kind, f.Mapping, f.Source]).Select(v => (JsonNode?)JsonValue.Create(v)).ToImmutableArray())],
            null,
            null),
        format);
}
