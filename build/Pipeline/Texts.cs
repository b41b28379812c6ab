using System.Globalization;

namespace Cdp.Pipeline;

/// <summary>How figures are written for people.</summary>
public static class Texts
{
    /// <summary><c>h:mm:ss</c>, as the seed writes it.</summary>
    public static string Elapsed(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}");

    /// <summary>A short span with its unit: <c>1.2 s</c>, <c>2 hours</c>.</summary>
    public static string Span(TimeSpan span) => span.TotalSeconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours"),
    };

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <param name="unixtime">Seconds.</param>
    public static string Time(long unixtime) => Time(DateTimeOffset.FromUnixTimeSeconds(unixtime));

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
