using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Emulator.Loading;

/// <summary>Names the keys of a connector's <c>in:</c> that bound a load in time: rows of [from, to) by the column.</summary>
/// <param name="From">Null: no lower bound.</param>
/// <param name="To">Null: no upper bound, unless there is a number of days.</param>
/// <param name="Days">Key of the number of days that are read.</param>
/// <param name="Within">Keys whose texts hold the bounds, as the groups <c>from</c> and <c>to</c> of their patterns in the match.</param>
internal sealed record StandInWindow(string Column, string? From, string? To, string? Days, ImmutableArray<string> Within);

/// <summary>A file, or a plain HTTP address, that answers on this machine for a connector of Treasure Data.</summary>
/// <param name="Match">What a connector's <c>in:</c> must hold; further keys there do not matter. <c>{"$matches": PATTERN}</c> is met by a text.</param>
/// <param name="Format"><c>csv jsonl json parquet http</c></param>
internal sealed record StandIn(JsonObject Match, string Path, string Format, StandInWindow? Window)
{
    public bool Matches(JsonObject connector) => Covers(connector, Match);

    /// <summary>More keys, or nested ones, make a closer match.</summary>
    public int Closeness => Count(Match);

    /// <summary>What the pattern of that key has found in the connector, by the names of its groups.</summary>
    public Match Found(JsonObject connector, string key) => Regex(Match[key]!).Match(connector[key]?.ToString() ?? "");

    private static Regex Regex(JsonNode pattern) =>
        new((string)pattern["$matches"]!, RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // Scalars are compared as text: a templated "2" is the 2 of the pattern.
    private static bool Covers(JsonNode? value, JsonNode? pattern) => pattern switch
    {
        JsonObject { Count: 1 } matches when matches.ContainsKey("$matches") => value is JsonValue && Regex(matches).IsMatch(value.ToString()),
        JsonObject keys => value is JsonObject found && keys.All(key => Covers(found[key.Key], key.Value)),
        JsonArray items => value is JsonArray found
            && found.Count == items.Count
            && found.Zip(items).All(pair => Covers(pair.First, pair.Second)),
        _ => value is not (JsonObject or JsonArray) && value?.ToString() == pattern?.ToString(),
    };

    private static int Count(JsonNode? pattern) => pattern switch
    {
        JsonObject keys => keys.Sum(key => Count(key.Value)),
        JsonArray items => items.Sum(Count),
        _ => 1,
    };
}
