using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>Where the emulator finds the window that a load asks for: in keys of <c>in:</c>, or inside a text of it.</summary>
internal static partial class StandInWindow
{
    /// <returns><c>{"column", "from"?, "to"?, "days"?, "within"?: [key]}</c>; a key of <c>within</c> is one of <see cref="Patterns"/>.</returns>
    public static JsonObject Of(ObjectPlan o, string column, string? api)
    {
        JsonObject window = new() { ["column"] = column };
        string[] texts = [.. Patterns(o, api).Select(p => p.Key)];
        if (texts.Length > 0)
        {
            window["within"] = new JsonArray([.. texts.Select(t => (JsonNode)t)]);
            return window;
        }

        var keys = o.Connector.Window;
        foreach (var (name, key) in (IEnumerable<(string, string?)>)[("from", keys.From), ("to", keys.To), ("days", keys.Days)])
        {
            if (key is not null)
            {
                window[name] = key;
            }
        }

        return window;
    }

    /// <summary>Texts that hold a bound among other words, as patterns with the groups <c>from</c> and <c>to</c>.</summary>
    public static IReadOnlyList<(string Key, string Pattern)> Patterns(ObjectPlan o, string? api) =>
    [
        .. Texts(o).Where(t => Bound().IsMatch(t.Text)).Select(t => (t.Key, Pattern(t.Text, api))),
    ];

    private static IEnumerable<(string Key, string Text)> Texts(ObjectPlan o)
    {
        if (o.HasOwnWindow)
        {
            return o.Parameters.Where(p => p.Value is JsonValue).Select(p => (p.Key, p.Value!.ToString()));
        }

        var window = o.Connector.Window;
        return window.Where is { } key && LoadFile.WhereText(o) is { } where ? [(key, where)] : [];
    }

    private static string Pattern(string text, string? api)
    {
        HashSet<string> named = [];
        return @"\A" + string.Concat(Bound().Split(text.Replace(LoadFile.Field, api ?? "", StringComparison.Ordinal)).Select(part => part switch
        {
            "${window.from}" => named.Add("from") ? "(?<from>.+?)" : ".+?",
            "${window.to}" => named.Add("to") ? "(?<to>.+?)" : ".+?",
            _ => Regex.Escape(part),
        })) + @"\z";
    }

    /// <summary>The group makes <c>Split</c> keep it.</summary>
    [GeneratedRegex(@"(\$\{window\.(?:from|to)\})")]
    private static partial Regex Bound();
}
