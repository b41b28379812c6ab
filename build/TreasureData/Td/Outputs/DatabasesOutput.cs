using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td db:list -f json</c>, <c>db:create</c> and <c>db:delete</c> (spec/td_cli.md §1.12). What was done is said
/// on stderr.</summary>
internal static partial class DatabasesOutput
{
    public static IReadOnlyList<string> Read(TdOutput output) => TdAnswer.Of(
        output, "the list of databases", o => Array(o) is { } all && all.All(d => d?["Name"] is not null)
            ? all.Select(d => d!["Name"]!.ToString()).ToList()
            : null);

    public static void ReadCreated(TdOutput output, string database)
    {
        if (output.ExitCode is 1 && output.Error.Split('\n').Contains($"Database '{database}' already exists."))
        {
            return;
        }

        TdAnswer.Of(output, $"the creation of database '{database}'", o =>
            o.Error.Split('\n').Contains($"Database '{database}' is created.") ? database : null);
    }

    public static void ReadDropped(TdOutput output, string database)
    {
        if (output.ExitCode is 1 && output.Error.Split('\n').Contains($"Database '{database}' does not exist."))
        {
            return;
        }

        TdAnswer.Of(output, $"the removal of database '{database}'", o =>
            o.Error.Split('\n').Contains($"Database '{database}' is deleted.") ? database : null);
    }

    /// <summary>The tables; none when the database does not exist.</summary>
    public static IReadOnlyList<TableDescription> ReadTables(TdOutput output, string database)
    {
        try
        {
            return TdAnswer.Of(output, $"the list of tables of '{database}'", o =>
                Array(o) is { } all && all.All(IsTable) ? all.Select(t => Table(database, t!)).ToList() : null);
        }
        catch (PlatformException ex) when (ex.Fault is Fault.DatabaseMissing)
        {
            return [];
        }
    }

    private static bool IsTable(JsonNode? table) =>
        table is JsonObject && table["Table"] is not null && table["Count"] is JsonValue count && count.TryGetValue(out long _);

    private static TableDescription Table(string database, JsonNode table) => new(
        database, table["Table"]!.ToString(), table["Count"]!.GetValue<long>(), TdSchema.Columns(Schema(table["Schema"]?.ToString() ?? string.Empty)));

    /// <summary><c>order_id:string, amount:double</c> as the pairs that the API sends.</summary>
    private static JsonArray Schema(string text) =>
        [.. Column().Matches(text).Select(m => new JsonArray(m.Groups["name"].Value, m.Groups["type"].Value))];

    private static JsonArray? Array(TdOutput output)
    {
        try
        {
            return output.Lines is [var line] ? JsonNode.Parse(line) as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?<name>[^:,\s]+):(?<type>(?:[^,<(]|<[^>]*>+|\([^)]*\)+)+)")]
    private static partial Regex Column();
}
