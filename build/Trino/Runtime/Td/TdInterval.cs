using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Td;

/// <summary>
/// The windows of TD_INTERVAL, in unix seconds, from the first on and before the second (td_functions.md A3):
/// <c>duration</c>, <c>duration/offset</c>, <c>datetime</c>, <c>datetime/offset</c>.
/// </summary>
/// <param name="now">The job's scheduled time.</param>
internal sealed partial class TdInterval(long now, string zone)
{
    public static (long Start, long End) Window(string interval, long now, string zoneName) =>
        new TdInterval(now, TdZones.Resolve(zoneName)).Read(interval.Trim());

    private (long Start, long End) Read(string interval)
    {
        var slash = interval.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? interval : interval[..slash];
        var offset = slash < 0 ? null : interval[(slash + 1)..];
        if (Duration(first) is { } duration)
        {
            var context = offset is null ? TdTime.Truncate(duration.Unit, now, zone) : Offset(offset, duration.Unit, interval);
            return Window(duration, context);
        }

        if (TdTime.Parse(first, zone) is not { } start || !StartsAsDate(first))
        {
            throw Invalid(interval);
        }

        return offset is not null ? (start, Offset(offset, Unit.Second, interval))
            : first.Contains(':', StringComparison.Ordinal) ? (start, start + 1)
            : (start, Increase(Unit.Day, start, 1));
    }

    /// <summary>From the grid line at or before the context to the line N units on; up to the context where that is no line.</summary>
    private (long Start, long End) Window((long Count, Unit Unit) duration, long context)
    {
        var grid = TdTime.Truncate(duration.Unit, context, zone);
        var edge = Increase(duration.Unit, grid, duration.Count);
        return (Math.Min(edge, context), Math.Max(edge, context));
    }

    private long Offset(string text, Unit unit, string interval)
    {
        if (text == "now")
        {
            return now;
        }

        var slash = text.LastIndexOf('/');
        if (slash >= 0)
        {
            return text[..slash].Split('/').Reverse().Aggregate(
                Offset(text[(slash + 1)..], unit, interval),
                (at, part) => Duration(part) is { } step ? Increase(step.Unit, at, step.Count) : throw Invalid(interval));
        }

        if (Duration(text) is { } duration)
        {
            var window = Window(duration, now);
            return duration.Count <= 0 ? window.Start : window.End;
        }

        var isExact = text.EndsWith(')');
        var instant = TdTime.Parse(isExact ? text[..^1] : text, zone);
        return instant is not { } at || !StartsAsDate(text) ? throw Invalid(interval)
            : isExact ? at
            : TdTime.Truncate(unit, at, zone);
    }

    private long Increase(Unit unit, long time, long count)
    {
        if (unit.IsClock())
        {
            return time + (count * unit.Length() / Civil.Second);
        }

        var wall = (time + TdTime.Offset(time, zone)) * Civil.Second;
        wall = unit == Unit.Quarter ? WallClock.Truncate(unit, wall) : wall;
        return TdTime.Instant(WallClock.Add(unit, count, wall) / Civil.Second, zone);
    }

    private static (long Count, Unit Unit)? Duration(string text)
    {
        var match = DurationPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value switch
        {
            "s" => Unit.Second,
            "m" => Unit.Minute,
            "h" => Unit.Hour,
            "d" => Unit.Day,
            "w" => Unit.Week,
            "M" => Unit.Month,
            "q" => Unit.Quarter,
            _ => Unit.Year,
        };
        return (long.Parse(match.Groups["count"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), unit);
    }

    private static bool StartsAsDate(string text) => text.Length >= 10 && text[4] == '-';

    private static TrinoFailure Invalid(string interval) => TrinoFailure.InvalidArgument($"Invalid interval: {interval}");

    [GeneratedRegex(@"^(?<count>[+-]?[0-9]{1,9})(?<unit>[smhdwMqy])\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex DurationPattern();
}
