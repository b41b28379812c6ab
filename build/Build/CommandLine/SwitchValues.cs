using System.Globalization;
using Cake.Core.Diagnostics;
using Cdp.Pipeline;

namespace Cdp.Build.CommandLine;

/// <summary>What the values of switches must be like that mean the same for every target.</summary>
internal static class SwitchValues
{
    private static readonly string[] _levels = [.. Enum.GetNames<Verbosity>().Select(n => n.ToLowerInvariant())];

    /// <returns>What is wrong, as a sentence; null when it will do.</returns>
    public static string? Problem(string name, string value) => name.ToLowerInvariant() switch
    {
        "now" or "session-time" when !TryTime(value, out _) => $"--{name}={value} is not a time. Write it as 2026-01-31T10:00:00Z.",
        "idle" when !(double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0) =>
            $"--{name}={value} is not a number of seconds.",
        "verbosity" when !_levels.Contains(value.ToLowerInvariant()) =>
            $"There is no verbosity '{value}'.{Suggestion.For(value, _levels)} Use {string.Join(", ", _levels)}.",
        _ => null,
    };

    public static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
