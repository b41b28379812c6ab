using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>A piece of history: its start belongs to it, its end to the next.</summary>
public sealed record HistoryRange(string Name, DateTimeOffset Start, DateTimeOffset End)
{
    public string StartTime => Text(Start);

    public string EndTime => Text(End);

    public long StartUnixtime => Start.ToUnixTimeSeconds();

    public long EndUnixtime => End.ToUnixTimeSeconds();

    private static string Text(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000'", CultureInfo.InvariantCulture);
}

/// <summary>Cuts history at the boundaries of the calendar: without gap and overlap, whatever start and end are.</summary>
internal static class HistoryRanges
{
    public static ImmutableArray<HistoryRange> Cut(DateTimeOffset start, DateTimeOffset end, DateRange unit)
    {
        var ranges = ImmutableArray.CreateBuilder<HistoryRange>();
        for (var from = start; from < end;)
        {
            var boundary = unit is DateRange.None ? end : Next(from, unit);
            var to = boundary < end ? boundary : end;
            ranges.Add(new HistoryRange(Name(from, unit), from, to));
            from = to;
        }

        return ranges.ToImmutable();
    }

    /// <summary>A point in time as the configuration writes it: UTC, fractions of a second dropped.</summary>
    public static DateTimeOffset Parse(string moment) => DateTimeOffset.ParseExact(
        moment[.."yyyy-MM-ddTHH:mm:ss".Length],
        "yyyy-MM-dd'T'HH:mm:ss",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static DateTimeOffset Next(DateTimeOffset from, DateRange unit)
    {
        var day = new DateTimeOffset(from.Year, from.Month, from.Day, 0, 0, 0, TimeSpan.Zero);
        var month = day.AddDays(1 - day.Day);
        return unit switch
        {
            DateRange.Day => day.AddDays(1),
            DateRange.Week => day.AddDays(7 - DaysSinceMonday(day)),
            DateRange.Month => month.AddMonths(1),
            DateRange.Quarter => month.AddMonths(3 - ((month.Month - 1) % 3)),
            _ => month.AddMonths(13 - month.Month),
        };
    }

    private static int DaysSinceMonday(DateTimeOffset day) => ((int)day.DayOfWeek + 6) % 7;

    private static string Name(DateTimeOffset from, DateRange unit) => unit switch
    {
        DateRange.Year => from.ToString("yyyy", CultureInfo.InvariantCulture),
        DateRange.Quarter => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy}-Q{((from.Month - 1) / 3) + 1}"),
        DateRange.Month => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DateRange.None => "history",
        _ => from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
