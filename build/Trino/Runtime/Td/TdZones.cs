using System.Collections.Frozen;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Td;

/// <summary>
/// The zone names of the TD_ functions, in any case: IANA ids, offsets, and short names. A daylight name is its offset
/// all year; PST, MST and CST stand for the place, as Java's short ids do (td_functions.md A1).
/// </summary>
internal static class TdZones
{
    private static readonly FrozenDictionary<string, string> ShortNames = new Dictionary<string, string>
    {
        ["utc"] = Zones.Utc,
        ["gmt"] = Zones.Utc,
        ["z"] = Zones.Utc,
        ["jst"] = "+09:00",
        ["kst"] = "+09:00",
        ["cst"] = "America/Chicago",
        ["cdt"] = "-05:00",
        ["est"] = "-05:00",
        ["edt"] = "-04:00",
        ["mst"] = "-07:00",
        ["mdt"] = "-06:00",
        ["pst"] = "America/Los_Angeles",
        ["pdt"] = "-07:00",
        ["hst"] = "-10:00",
        ["cet"] = "Europe/Paris",
        ["cest"] = "+02:00",
        ["eet"] = "Europe/Athens",
        ["eest"] = "+03:00",
        ["bst"] = "+01:00",
        ["ist"] = "Asia/Kolkata",
        ["aest"] = "+10:00",
        ["aedt"] = "+11:00",
    }.ToFrozenDictionary();

    private static readonly Lazy<FrozenDictionary<string, string>> Places = new(() =>
        TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase));

    /// <summary>The zone as <see cref="Zones"/> knows it, or null.</summary>
    public static string? Find(string name)
    {
        var key = name.Trim().ToLowerInvariant();
        return ShortNames.TryGetValue(key, out var known) ? known
            : Offset(key) ?? (key.Contains('/', StringComparison.Ordinal) && Places.Value.TryGetValue(key, out var place) ? place : null);
    }

    public static string Resolve(string name) =>
        Find(name) ?? throw TrinoFailure.InvalidArgument($"Unknown time zone: {name}");

    private static string? Offset(string text)
    {
        var digits = text.Length is 5 or 6 && text[0] is '+' or '-' ? text[1..].Replace(":", "", StringComparison.Ordinal) : "";
        if (digits.Length != 4 || !digits.All(char.IsAsciiDigit) || digits[2] > '5' || string.CompareOrdinal(digits, "1400") > 0)
        {
            return null;
        }

        return digits == "0000" ? Zones.Utc : $"{text[0]}{digits[..2]}:{digits[2..]}";
    }
}
