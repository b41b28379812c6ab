using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Emulator.Http;
using Cdp.Trino;

namespace Cdp.Emulator.Loading;

/// <summary>The part of a td_load configuration that means something on this machine.</summary>
internal sealed record LoadConfig(JsonObject Connector, LoadMode Mode)
{
    /// <summary>Forms that some connectors want; eight digits are a day, no epoch.</summary>
    private static readonly string[] Compact = ["yyyyMMdd'T'HH", "yyyyMMdd"];

    public static LoadConfig Read(JsonObject config)
    {
        var connector = config["in"] as JsonObject
            ?? throw ApiException.BadRequest("The load's configuration has no 'in:' with a connector.");
        foreach (var filter in (config["filters"] as JsonArray ?? []).OfType<JsonObject>())
        {
            CheckFilter(filter);
        }

        return new LoadConfig(connector, ReadMode(config["out"]?["mode"]?.ToString()));
    }

    public ImmutableArray<LoadColumn> Columns => Connector["parser"]?["columns"] is JsonArray columns
        ? [.. columns.OfType<JsonObject>().Select(c => new LoadColumn(c["name"]!.ToString(), StoredType(c["type"]?.ToString())))]
        : [];

    public char Delimiter => Connector["parser"]?["delimiter"]?.ToString() is [var delimiter, ..] ? delimiter : ',';

    public bool HasHeader => Connector["parser"] is not JsonObject parser
        || parser["skip_header_lines"]?.ToString() is not "0";

    public LoadWindow? Window(StandIn standIn)
    {
        if (standIn.Window is not { } window)
        {
            return null;
        }

        if (window.Within.Length > 0)
        {
            var found = window.Within.Select(key => standIn.Found(Connector, key)).ToList();
            return new(window.Column, Within(found, "from"), Within(found, "to"));
        }

        var from = Moment(window.From);
        return new(window.Column, from, window.Days is { } days ? from?.AddDays(Number(days)) : Moment(window.To));
    }

    // What the usual filters do, every load here does: lower-case names, and a time for rows that bring none.
    private static void CheckFilter(JsonObject filter)
    {
        var type = filter["type"]?.ToString() ?? "";
        var unusual = type switch
        {
            "rename" => filter["columns"] is JsonObject { Count: > 0 } ? "columns" : null,
            "add_time" => filter["from_column"] is not null ? "from_column" : null,
            _ => "",
        };
        if (unusual is not null)
        {
            throw ApiException.BadRequest(
                $"The filter '{type}'{(unusual.Length > 0 ? $" with {unusual}" : "")} does not work on this machine. "
                + "Use rename with rules and add_time with from_value, or apply it to the stand-in's file.");
        }
    }

    private static LoadMode ReadMode(string? mode) => mode switch
    {
        null or "" or "append" => LoadMode.Append,
        "replace" => LoadMode.Replace,
        _ => throw ApiException.BadRequest($"There is no out.mode '{mode}'. Use append or replace."),
    };

    private static string? StoredType(string? type) => type switch
    {
        "long" => "bigint",
        "double" => "double",
        null => null,
        _ => "varchar",
    };

    private static DateTimeOffset? Within(IEnumerable<Match> found, string group) =>
        found.Select(m => m.Groups[group]).FirstOrDefault(g => g.Success) is { } text ? Time(text.Value, group) : null;

    private DateTimeOffset? Moment(string? key) =>
        key is not null && Connector[key]?.ToString() is { Length: > 0 } text ? Time(text, $"in.{key}") : null;

    private double Number(string key) =>
        double.TryParse(Connector[key]?.ToString(), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.BadRequest($"in.{key}: '{Connector[key]}' is not a number of days.");

    private static DateTimeOffset Time(string text, string where)
    {
        if (DateTimeOffset.TryParseExact(text, Compact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var compact))
        {
            return compact;
        }

        if (long.TryParse(text, CultureInfo.InvariantCulture, out var epoch))
        {
            return DateTimeOffset.FromUnixTimeSeconds(epoch);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw ApiException.BadRequest($"{where}: '{text}' is not a time. Write it as 2026-01-02T03:04:05Z.");
    }
}
