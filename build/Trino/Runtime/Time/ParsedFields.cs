namespace Cdp.Trino.Runtime.Time;

/// <summary>
/// Turns parsed fields into a wall clock. What is larger than the largest field is that of 1970-01-01, except that
/// days and months without a year are those of 2000.
/// </summary>
internal sealed class ParsedFields(IReadOnlyDictionary<FormatField, long> fields, string text)
{
    private const int DefaultYear = 2000;

    public long Resolve() => (Date() * Civil.Day) + Clock() + fields.GetValueOrDefault(FormatField.Fraction);

    private long Date()
    {
        if (Has(FormatField.WeekYear) || Has(FormatField.WeekOfYear))
        {
            return ByWeek();
        }

        var isDated = Has(FormatField.MonthOfYear) || Has(FormatField.DayOfMonth) || Has(FormatField.DayOfYear) || Has(FormatField.DayOfWeek);
        var year = fields.GetValueOrDefault(FormatField.Year, isDated ? DefaultYear : 1970);
        if (Math.Abs(year) > 200_000)
        {
            throw TrinoFailure.NotCertain("A year so far away is not supported.");
        }

        if (Has(FormatField.DayOfYear))
        {
            return Has(FormatField.MonthOfYear) || Has(FormatField.DayOfMonth) || Has(FormatField.DayOfWeek)
                ? throw Uncertain()
                : Civil.Days(year, 1, 1) + Value(FormatField.DayOfYear, 1, Civil.IsLeap(year) ? 366 : 365) - 1;
        }

        var month = Has(FormatField.MonthOfYear) ? Value(FormatField.MonthOfYear, 1, 12) : 1;
        var day = Has(FormatField.DayOfMonth) ? Value(FormatField.DayOfMonth, 1, Civil.DaysIn(year, (int)month)) : 1;
        var days = Civil.Days(year, (int)month, (int)day);
        return Has(FormatField.DayOfWeek) ? days - Civil.DayOfWeek(days) + Value(FormatField.DayOfWeek, 1, 7) : days;
    }

    private long ByWeek()
    {
        if (!Has(FormatField.WeekYear) || Has(FormatField.Year) || Has(FormatField.MonthOfYear) || Has(FormatField.DayOfMonth) || Has(FormatField.DayOfYear))
        {
            throw Uncertain();
        }

        var year = fields[FormatField.WeekYear];
        var week = Has(FormatField.WeekOfYear) ? (int)Value(FormatField.WeekOfYear, 1, Civil.WeeksIn(year)) : 1;
        return Civil.WeekStart(year, week) + (Has(FormatField.DayOfWeek) ? Value(FormatField.DayOfWeek, 1, 7) - 1 : 0);
    }

    private long Clock()
    {
        var minutes = Has(FormatField.Minute) ? Value(FormatField.Minute, 0, 59) : 0;
        var seconds = Has(FormatField.Second) ? Value(FormatField.Second, 0, 59) : 0;
        return (Hour() * Civil.Hour) + (minutes * Civil.Minute) + (seconds * Civil.Second);
    }

    private long Hour()
    {
        var whole = Has(FormatField.Hour) || Has(FormatField.ClockHour);
        var half = Has(FormatField.HourOfHalf) || Has(FormatField.ClockHourOfHalf);
        if (whole && (half || Has(FormatField.HalfDay)))
        {
            throw Uncertain();
        }

        var hour = Has(FormatField.Hour) ? Value(FormatField.Hour, 0, 23)
            : Has(FormatField.ClockHour) ? Value(FormatField.ClockHour, 1, 24) % 24
            : Has(FormatField.HourOfHalf) ? Value(FormatField.HourOfHalf, 0, 11)
            : Has(FormatField.ClockHourOfHalf) ? Value(FormatField.ClockHourOfHalf, 1, 12) % 12
            : 0;
        return hour + (fields.GetValueOrDefault(FormatField.HalfDay) * 12);
    }

    private bool Has(FormatField field) => fields.ContainsKey(field);

    private long Value(FormatField field, long least, long most) =>
        fields[field] is var value && value >= least && value <= most
            ? value
            : throw TrinoFailure.InvalidArgument($"Cannot parse \"{text}\": Value {value} for {field} must be in the range [{least},{most}]");

    private static TrinoFailure Uncertain() => TrinoFailure.NotCertain("This combination of date fields is not supported.");
}
