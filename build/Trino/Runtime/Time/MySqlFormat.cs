namespace Cdp.Trino.Runtime.Time;

/// <summary>The specifiers of date_format and date_parse. An unknown letter stands for itself.</summary>
internal static class MySqlFormat
{
    private const int PivotYear = 2020;

    public static IReadOnlyList<FormatElement> Read(string format)
    {
        List<FormatElement> elements = [];
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%' || at + 1 == format.Length)
            {
                elements.Add(format[at] == '%'
                    ? throw TrinoFailure.NotCertain("A format that ends in % is not supported.")
                    : Literal(format[at]));
                continue;
            }

            elements.AddRange(Specifier(format[++at]));
        }

        return elements;
    }

    private static IEnumerable<FormatElement> Specifier(char letter) => letter switch
    {
        'a' => [new(FormatField.DayShortText)],
        'b' => [new(FormatField.MonthShortText)],
        'c' => [new(FormatField.MonthOfYear, 1)],
        'd' => [new(FormatField.DayOfMonth, 2)],
        'e' => [new(FormatField.DayOfMonth, 1)],
        'f' => [new(FormatField.Fraction, 6, 9)],
        'H' => [new(FormatField.Hour, 2)],
        'h' or 'I' => [new(FormatField.ClockHourOfHalf, 2)],
        'i' => [new(FormatField.Minute, 2)],
        'j' => [new(FormatField.DayOfYear, 3, 3)],
        'k' => [new(FormatField.Hour, 1)],
        'l' => [new(FormatField.ClockHourOfHalf, 1)],
        'M' => [new(FormatField.MonthText)],
        'm' => [new(FormatField.MonthOfYear, 2)],
        'p' => [new(FormatField.HalfDay)],
        'r' =>
        [
            new(FormatField.ClockHourOfHalf, 2), Literal(':'), new(FormatField.Minute, 2), Literal(':'),
            new(FormatField.Second, 2), Literal(' '), new(FormatField.HalfDay),
        ],
        'S' or 's' => [new(FormatField.Second, 2)],
        'T' => [new(FormatField.Hour, 2), Literal(':'), new(FormatField.Minute, 2), Literal(':'), new(FormatField.Second, 2)],
        'v' => [new(FormatField.WeekOfYear, 2)],
        'x' => [new(FormatField.WeekYear, 4, 4)],
        'W' => [new(FormatField.DayText)],
        'Y' => [new(FormatField.Year, 4, 4)],
        'y' => [new(FormatField.TwoDigitYear, 2, Pivot: PivotYear)],
        'w' or 'U' or 'u' or 'V' or 'X' or 'D' =>
            throw TrinoFailure.InvalidArgument($"%{letter} not supported in date format string"),
        _ => [Literal(letter)],
    };

    private static FormatElement Literal(char letter) => new(FormatField.Literal, Text: letter.ToString());
}
