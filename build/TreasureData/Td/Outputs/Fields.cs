using System.Globalization;
using System.Text.RegularExpressions;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary>td's workflow part prints things as lines of <c>key: value</c>, always all of them in the same order.</summary>
internal static partial class Fields
{
    public const string Indent = "  ";

    /// <returns>The values by key; null when a line is missing, another, or out of order.</returns>
    public static IReadOnlyDictionary<string, string>? Read(
        ReadOnlySpan<string> lines, string indent, params ReadOnlySpan<string> keys)
    {
        if (lines.Length < keys.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            var start = $"{indent}{keys[i]}:";
            if (!lines[i].StartsWith(start, StringComparison.Ordinal))
            {
                return null;
            }

            values[keys[i]] = lines[i][start.Length..].Trim();
        }

        return values;
    }

    /// <summary>Warnings of td's own log go to stdout, in front of anything (spec/td_cli.md §1.0).</summary>
    public static string[] WithoutLog(TdOutput output) => [.. output.Lines.Where(line => !LogLine().IsMatch(line))];

    public static bool IsId(string text) => text.Length is > 0 and < 20 && text.All(char.IsAsciiDigit);

    /// <summary><c>2025-10-14 10:00:03 +0000</c>; null for anything else.</summary>
    public static DateTimeOffset? Time(string text) =>
        ZonedTime().IsMatch(text) && DateTimeOffset.TryParseExact(
            text.Insert(text.Length - 2, ":"), "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    /// <summary><c>2025-10-14T10:00:01Z</c>; null for anything else.</summary>
    public static DateTimeOffset? Instant(string text) =>
        text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9] [+-][0-9]{4} \[[A-Z]+\] \(")]
    private static partial Regex LogLine();

    [GeneratedRegex(@"^[0-9]{4}-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9] [+-][0-9]{4}\z")]
    private static partial Regex ZonedTime();
}
