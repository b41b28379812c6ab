namespace Cdp.Trino.Runtime.Time;

/// <summary>The patterns of format_datetime and parse_datetime, Joda's.</summary>
internal static class JodaFormat
{
    public static IReadOnlyList<FormatElement> Read(string pattern)
    {
        if (pattern.Length == 0)
        {
            throw TrinoFailure.InvalidArgument("Invalid pattern specification");
        }

        List<FormatElement> elements = [];
        var tokens = Tokens(pattern).ToList();
        for (var index = 0; index < tokens.Count; index++)
        {
            var (text, isLiteral) = tokens[index];
            var beforeNumber = index + 1 < tokens.Count && IsNumeric(tokens[index + 1]);
            elements.Add(isLiteral ? new(FormatField.Literal, Text: text) : Element(text[0], text.Length, beforeNumber));
        }

        return elements;
    }

    private static FormatElement Element(char letter, int size, bool beforeNumber) => letter switch
    {
        'G' => new(FormatField.Era),
        'x' or 'y' or 'Y' when size == 2 => letter != 'x' && !beforeNumber
            ? new(FormatField.TwoDigitYear, 2)
            : throw TrinoFailure.NotCertain("A year of two digits is not supported here."),
        'y' => new(FormatField.Year, size, beforeNumber ? size : 9),
        'Y' => new(FormatField.YearOfEra, size, beforeNumber ? size : 9),
        'x' => new(FormatField.WeekYear, size, beforeNumber ? size : 9),
        'M' => size >= 4 ? new(FormatField.MonthText) : size == 3 ? new(FormatField.MonthShortText) : new(FormatField.MonthOfYear, size),
        'w' => new(FormatField.WeekOfYear, size),
        'D' => new(FormatField.DayOfYear, size, 3),
        'd' => new(FormatField.DayOfMonth, size),
        'e' => new(FormatField.DayOfWeek, size, 1),
        'E' => size >= 4 ? new(FormatField.DayText) : new(FormatField.DayShortText),
        'a' => new(FormatField.HalfDay),
        'H' => new(FormatField.Hour, size),
        'k' => new(FormatField.ClockHour, size),
        'K' => new(FormatField.HourOfHalf, size),
        'h' => new(FormatField.ClockHourOfHalf, size),
        'm' => new(FormatField.Minute, size),
        's' => new(FormatField.Second, size),
        'S' => new(FormatField.Fraction, size, size),
        'Z' => size == 1 ? new(FormatField.Offset) : size == 2 ? new(FormatField.OffsetWithColon) : new(FormatField.ZoneId),
        'C' => new(FormatField.Century, size),
        'z' => throw TrinoFailure.NotCertain($"The letter {letter} is not supported in a date pattern."),
        _ => throw TrinoFailure.InvalidArgument($"Illegal pattern component: {new string(letter, size)}"),
    };

    private static bool IsNumeric((string Text, bool IsLiteral) token) =>
        !token.IsLiteral && ("CxyYdhHmsSeDFwWkK".Contains(token.Text[0], StringComparison.Ordinal) || (token.Text[0] == 'M' && token.Text.Length <= 2));

    private static IEnumerable<(string Text, bool IsLiteral)> Tokens(string pattern)
    {
        for (var at = 0; at < pattern.Length;)
        {
            var start = at;
            if (char.IsAsciiLetter(pattern[at]))
            {
                while (at < pattern.Length && pattern[at] == pattern[start])
                {
                    at++;
                }

                yield return (pattern[start..at], false);
                continue;
            }

            var literal = new System.Text.StringBuilder();
            var quoted = false;
            for (; at < pattern.Length && (quoted || !char.IsAsciiLetter(pattern[at])); at++)
            {
                if (pattern[at] != '\'')
                {
                    literal.Append(pattern[at]);
                }
                else if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
                {
                    literal.Append(pattern[at++]);
                }
                else
                {
                    quoted = !quoted;
                }
            }

            if (literal.Length > 0)
            {
                yield return (literal.ToString(), true);
            }
        }
    }
}
