using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Trino;

namespace Cdp.Emulator.Tables;

/// <summary>Databases and tables in the words of TD's v3 API.</summary>
internal static class TableJson
{
    public static JsonObject Database(string name, long rows, DateTimeOffset created) => new()
    {
        ["name"] = name,
        ["count"] = rows,
        ["created_at"] = PlatformTime.Text(created),
        ["updated_at"] = PlatformTime.Text(created),
        ["organization"] = null,
        ["permission"] = "administrator",
        ["delete_protected"] = false,
    };

    /// <summary><c>last_log_timestamp</c> must be a text or null: td fails on a number.</summary>
    public static JsonObject Table(TableDescription table, DateTimeOffset created) => new()
    {
        ["id"] = table.Database + "." + table.Name,
        ["name"] = table.Name,
        ["type"] = "log",
        ["count"] = table.RowCount,
        ["created_at"] = PlatformTime.Text(created),
        ["updated_at"] = PlatformTime.Text(created),
        ["counter_updated_at"] = null,
        ["last_log_timestamp"] = null,
        ["estimated_storage_size"] = 0,
        ["schema"] = Schema(table),
        ["expire_days"] = null,
        ["include_v"] = true,
    };

    /// <summary>TD keeps <c>time</c> out of the schema: every table has it.</summary>
    private static string Schema(TableDescription table) => new JsonArray(
        [.. table.Columns.Where(c => c.Name != "time").Select(c => new JsonArray(c.Name, PlatformType(c.Type)))])
        .ToJsonString(Responses.Compact);

    /// <summary>TD's storage has few types; what Trino would store as another is shown in Trino's words.</summary>
    private static string PlatformType(string type) => type switch
    {
        "varchar" => "string",
        "bigint" => "long",
        "integer" => "int",
        "real" => "float",
        _ when type.StartsWith("array(", StringComparison.Ordinal) =>
            string.Create(CultureInfo.InvariantCulture, $"array<{PlatformType(type[6..^1])}>"),
        _ => type,
    };

    /// <returns>Null for a type that TD does not have.</returns>
    public static string? TrinoType(string type) => type switch
    {
        "string" or "varchar" => "varchar",
        "long" or "bigint" => "bigint",
        "int" => "integer",
        "float" => "real",
        "double" => "double",
        _ when type.StartsWith("array<", StringComparison.Ordinal) && TrinoType(type[6..^1]) is { } element => $"array({element})",
        _ => null,
    };
}
