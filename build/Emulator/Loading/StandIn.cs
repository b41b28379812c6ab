using System.Text.Json.Nodes;

namespace Cdp.Emulator.Loading;

/// <summary>Names the keys of a connector's <c>in:</c> that bound a load in time: rows of [from, to) by the column.</summary>
/// <param name="From">Null: no lower bound.</param>
/// <param name="To">Null: no upper bound.</param>
internal sealed record StandInWindow(string Column, string? From, string? To);

/// <summary>A file, or a plain HTTP address, that answers on this machine for a connector of Treasure Data.</summary>
/// <param name="Match">What a connector's <c>in:</c> must hold; further keys there do not matter.</param>
/// <param name="Format"><c>csv jsonl json parquet http</c></param>
internal sealed record StandIn(JsonObject Match, string Path, string Format, StandInWindow? Window)
{
    public bool Matches(JsonObject connector) => Covers(connector, Match);

    /// <summary>More keys, or nested ones, make a closer match.</summary>
    public int Closeness => Count(Match);

    // Scalars are compared as text: a templated "2" is the 2 of the pattern.
    private static bool Covers(JsonNode? value, JsonNode? pattern) => pattern switch
    {
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
