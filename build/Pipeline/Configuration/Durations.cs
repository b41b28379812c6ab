using System.Globalization;
using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Configuration;

/// <summary>Spans of time as the configuration writes them: <c>200ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static partial class Durations
{
    public const string Pattern = "[0-9]{1,6}(ms|s|m|h|d)";

    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (Form().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var amount = int.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        span = match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(amount),
            "s" => TimeSpan.FromSeconds(amount),
            "m" => TimeSpan.FromMinutes(amount),
            "h" => TimeSpan.FromHours(amount),
            _ => TimeSpan.FromDays(amount),
        };
        return span > TimeSpan.Zero;
    }

    [GeneratedRegex(@"\A(?<amount>[0-9]{1,6})(?<unit>ms|s|m|h|d)\z")]
    private static partial Regex Form();
}
