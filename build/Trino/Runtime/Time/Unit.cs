namespace Cdp.Trino.Runtime.Time;

/// <summary>The units of date_trunc, date_add and date_diff, in any case and in the singular only.</summary>
internal enum Unit
{
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

internal static class Units
{
    public static Unit Parse(string text, string type) => text.ToLowerInvariant() switch
    {
        "millisecond" => Unit.Millisecond,
        "second" => Unit.Second,
        "minute" => Unit.Minute,
        "hour" => Unit.Hour,
        "day" => Unit.Day,
        "week" => Unit.Week,
        "month" => Unit.Month,
        "quarter" => Unit.Quarter,
        "year" => Unit.Year,
        _ => throw TrinoFailure.InvalidArgument($"'{text}' is not a valid {type} field"),
    };

    public static bool IsClock(this Unit unit) => unit <= Unit.Hour;

    /// <summary>Microseconds, for the units that are always equally long on a wall clock.</summary>
    public static long Length(this Unit unit) => unit switch
    {
        Unit.Millisecond => 1000,
        Unit.Second => Civil.Second,
        Unit.Minute => Civil.Minute,
        Unit.Hour => Civil.Hour,
        Unit.Day => Civil.Day,
        _ => 7 * Civil.Day,
    };

    public static int Months(this Unit unit) => unit switch { Unit.Month => 1, Unit.Quarter => 3, _ => 12 };
}
