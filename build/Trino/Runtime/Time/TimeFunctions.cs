using System.Globalization;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Time;

/// <summary>
/// Date and time functions. Instants and wall clocks are microseconds, dates are days, both since 1970-01-01; a value
/// with a zone comes as its instant and the zone's name, and goes as the text <c>instant zone</c>.
/// </summary>
internal static partial class TimeFunctions
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        Zones.AddTo(sink);
        sink.Add<string, long, string, long>("tz_trunc", Truncate);
        sink.Add<string, long, long, string, long>("tz_add", Add);
        sink.Add<string, long, long, string, long>("tz_diff", Difference);
        sink.Add<string, long, long, long>("timestamp_diff", (unit, from, to) => WallClock.Difference(
            Units.Parse(unit, "TIMESTAMP"), Civil.Floor(from, 1000) * 1000, Civil.Floor(to, 1000) * 1000));
        sink.Add<string, long, long, long>("timestamp_add", (unit, amount, wall) => WallClock.Add(Units.Parse(unit, "TIMESTAMP"), amount, wall));
        sink.Add<string, long, long>("timestamp_trunc", (unit, wall) => WallClock.Truncate(Units.Parse(unit, "TIMESTAMP"), wall));
        sink.Add<string, long, long, long>("date_days_diff", (unit, from, to) => WallClock.Difference(DateUnit(unit), from * Civil.Day, to * Civil.Day));
        sink.Add<string, long, long, long>("date_days_add", (unit, amount, days) => WallClock.Add(DateUnit(unit), amount, days * Civil.Day) / Civil.Day);
        sink.Add<string, long, long>("date_days_trunc", (unit, days) => WallClock.Truncate(DateUnit(unit), days * Civil.Day) / Civil.Day);
        sink.Add<long, long>("year_of_week", days => Civil.Week(days).Year);
        sink.Add<long, long>("week", days => Civil.Week(days).Week);
        sink.Add<double, long>("from_unixtime", FromUnixTime);
        sink.Add<double, string>("human_readable_seconds", HumanReadable);
        sink.Add<string, long>("parse_duration", ParseDuration);
        TimeText.AddTo(sink);
        IsoTime.AddTo(sink);
        Formats.AddTo(sink);
    }

    private static long Truncate(string unit, long instant, string zone)
    {
        var parsed = Units.Parse(unit, "TIMESTAMP");
        var offset = Zones.Offset(instant, zone);
        var wall = WallClock.Truncate(parsed, instant + offset);
        return parsed.IsClock() ? wall - offset : Zones.Instant(wall, zone, instant);
    }

    private static long Add(string unit, long amount, long instant, string zone)
    {
        var parsed = Units.Parse(unit, "TIMESTAMP");
        return parsed.IsClock()
            ? WallClock.Add(parsed, amount, instant)
            : Zones.Instant(WallClock.Add(parsed, amount, Zones.Wall(instant, zone)), zone, instant);
    }

    /// <summary>Hours and less by the instants, days and more by what clocks in the first value's zone show.</summary>
    private static long Difference(string unit, long from, long to, string zone)
    {
        var parsed = Units.Parse(unit, "TIMESTAMP");
        from = Civil.Floor(from, 1000) * 1000;
        to = Civil.Floor(to, 1000) * 1000;
        return parsed.IsClock()
            ? WallClock.Difference(parsed, from, to)
            : WallClock.Difference(parsed, Zones.Wall(from, zone), Zones.Wall(to, zone));
    }

    private static Unit DateUnit(string text) =>
        Units.Parse(text, "DATE") is var unit && !unit.IsClock() ? unit : throw TrinoFailure.InvalidArgument($"'{text}' is not a valid DATE field");

    /// <summary>Rounded to milliseconds, half up as Java does.</summary>
    private static long FromUnixTime(double seconds)
    {
        var millis = Math.Floor((seconds * 1000) + 0.5);
        return Math.Abs(millis) < 1L << 51
            ? (long)millis * 1000
            : throw (double.IsNaN(seconds) ? TrinoFailure.NotCertain("from_unixtime of NaN is not supported.")
                : new TrinoFailure("GENERIC_INTERNAL_ERROR", $"Millis overflow: {(millis >= long.MaxValue ? long.MaxValue : millis <= long.MinValue ? long.MinValue : (long)millis)}"));
    }

    private static string HumanReadable(double seconds)
    {
        if (!double.IsFinite(seconds) || Math.Abs(seconds) > int.MaxValue)
        {
            throw TrinoFailure.NotCertain("human_readable_seconds of such a number is not supported.");
        }

        var left = (long)Math.Round(Math.Abs(seconds), MidpointRounding.AwayFromZero);
        List<string> parts = [];
        foreach (var (length, name) in ((long, string)[])[(604800, "week"), (86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")])
        {
            var count = left / length;
            left %= length;
            if (count > 0 || (length == 1 && parts.Count == 0))
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {name}{(count == 1 ? "" : "s")}"));
            }
        }

        return string.Join(", ", parts);
    }

    /// <summary>A number and a unit, to milliseconds rounded half up.</summary>
    private static long ParseDuration(string text)
    {
        var match = Duration().Match(text);
        if (text.Length == 0 || !match.Success)
        {
            throw TrinoFailure.InvalidArgument(text.Length == 0 ? "duration is empty" : $"duration is not a valid data duration string: {text}");
        }

        var millis = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * (match.Groups[2].Value switch
        {
            "ns" => 1e-6,
            "us" => 1e-3,
            "ms" => 1,
            "s" => 1e3,
            "m" => 60e3,
            "h" => 3600e3,
            "d" => 86400e3,
            _ => throw TrinoFailure.InvalidArgument($"Unknown time unit: {match.Groups[2].Value}"),
        });
        return millis < long.MaxValue ? (long)Math.Floor(millis + 0.5) : throw TrinoFailure.NotCertain("A duration so long is not supported.");
    }

    [GeneratedRegex(@"^\s*([0-9]+(?:\.[0-9]+)?)\s*([a-zA-Z]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Duration();
}
