namespace Cdp.Trino.Runtime.Time;

internal enum FormatField
{
    Literal,
    Era,
    Century,
    Year,
    YearOfEra,
    TwoDigitYear,
    WeekYear,
    MonthOfYear,
    MonthText,
    MonthShortText,
    WeekOfYear,
    DayOfYear,
    DayOfMonth,
    DayOfWeek,
    DayText,
    DayShortText,
    HalfDay,
    Hour,
    ClockHour,
    HourOfHalf,
    ClockHourOfHalf,
    Minute,
    Second,
    Fraction,
    Offset,
    OffsetWithColon,
    ZoneId,
}

/// <summary>One piece of a format.</summary>
/// <param name="Least">Digits that printing fills up to.</param>
/// <param name="Most">Digits that parsing takes at most.</param>
/// <param name="Pivot">The middle year of a century, for two-digit years; null when it moves with the clock.</param>
internal sealed record FormatElement(FormatField Field, int Least = 1, int Most = 2, string Text = "", int? Pivot = null);
