using System.Globalization;

namespace Cdp.Trino.Translation;

/// <summary>The texts of interval literals: <c>'1-2' YEAR TO MONTH</c>, <c>'2 03:04:05.678' DAY TO SECOND</c>.</summary>
internal static class IntervalText
{
    private static readonly string[] Units = ["DAY", "HOUR", "MINUTE", "SECOND"];
    private static readonly long[] Milliseconds = [86_400_000, 3_600_000, 60_000, 1_000];

    /// <summary>Months, or milliseconds; null when the text is none.</summary>
    public static long? Parse(string text, string from, string to)
    {
        var value = text.Trim();
        var negative = value.StartsWith('-');
        value = negative || value.StartsWith('+') ? value[1..] : value;
        var result = from is "YEAR" or "MONTH" ? Months(value, from, to) : Millis(value, from, to);
        return negative ? -result : result;
    }

    private static long? Months(string value, string from, string to)
    {
        if (from == to)
        {
            return Number(value) * (from == "YEAR" ? 12 : 1);
        }

        var parts = value.Split('-');
        return parts.Length switch
        {
            1 => Number(parts[0]) * 12,
            2 => (Number(parts[0]) * 12) + Number(parts[1]),
            _ => null,
        };
    }

    private static long? Millis(string value, string from, string to)
    {
        var first = Array.IndexOf(Units, from);
        var last = Array.IndexOf(Units, to);
        var parts = value.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (last < first || parts.Length == 0 || parts.Length > last - first + 1)
        {
            return null;
        }

        long total = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var unit = first + i;
            if (Units[unit] == "SECOND" && parts[i].Contains('.', StringComparison.Ordinal))
            {
                var pieces = parts[i].Split('.');
                var fraction = pieces[1].Length is > 0 and <= 3 ? Number(pieces[1].PadRight(3, '0')) : null;
                if (pieces.Length != 2 || fraction is null || Number(pieces[0]) is not { } seconds)
                {
                    return null;
                }

                total += (seconds * 1000) + fraction.Value;
            }
            else if (Number(parts[i]) is { } number)
            {
                total += number * Milliseconds[unit];
            }
            else
            {
                return null;
            }
        }

        return total;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
