using System.Collections.Immutable;
using System.Globalization;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Schedules;

/// <summary>
/// A cron pattern as cron4j reads it: five fields, alternatives with <c>|</c>, <c>L</c>, names of three letters; the day
/// of the month and the day of the week must both match.
/// </summary>
internal sealed class CronPattern
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private CronPattern(string text, ImmutableArray<CronAlternative> alternatives)
    {
        Text = text;
        Alternatives = alternatives;
    }

    public string Text { get; }

    public ImmutableArray<CronAlternative> Alternatives { get; }

    /// <exception cref="DigdagConfigException">In cron4j's words.</exception>
    public static CronPattern Parse(string text)
    {
        var parts = text.Split('|', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0
            ? throw Invalid($"invalid pattern: \"{text}\"")
            : new(text, [.. parts.Select(Alternative)]);
    }

    public static bool IsValid(string text)
    {
        try
        {
            Parse(text);
            return true;
        }
        catch (DigdagConfigException)
        {
            return false;
        }
    }

    private static CronAlternative Alternative(string text)
    {
        var fields = text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length != 5
            ? throw Invalid($"invalid pattern: \"{text}\"")
            : new(
                Field(text, "minutes", fields[0], new(0, 59)),
                Field(text, "hours", fields[1], new(0, 23)),
                Field(text, "days of month", fields[2], new(1, 31) { TakesLast = true }),
                Field(text, "months", fields[3], new(1, 12) { Names = Months, FirstName = 1 }),
                Field(text, "days of week", fields[4], new(0, 7) { Names = Days, Modulo = 7 }));
    }

    private static CronField Field(string pattern, string name, string text, CronFieldParser parser)
    {
        try
        {
            return parser.Parse(text);
        }
        catch (FormatException ex)
        {
            throw Invalid($"invalid pattern \"{pattern}\". Error parsing {name} field: {ex.Message}.");
        }
    }

    private static DigdagConfigException Invalid(string message) => new(message, "invalid pattern");
}

internal sealed record CronAlternative(
    CronField Minutes, CronField Hours, CronField DaysOfMonth, CronField Months, CronField DaysOfWeek)
{
    public bool Matches(DateTime time) =>
        Minutes.Matches(time.Minute) && Hours.Matches(time.Hour) && MatchesDay(time.Day, time.Month, time.Year) &&
        Months.Matches(time.Month) && DaysOfWeek.Matches((int)time.DayOfWeek);

    public bool MatchesDay(int day, int month, int year) =>
        DaysOfMonth.Matches(day) ||
        (DaysOfMonth.Matches(CronField.LastDay) && month <= 12 && day == DateTime.DaysInMonth(year, month));
}

/// <summary>The values of one field; null is every value.</summary>
internal sealed record CronField(ImmutableHashSet<int>? Values)
{
    /// <summary>Stands for <c>L</c>.</summary>
    public const int LastDay = 32;

    public bool Matches(int value) => Values is null || Values.Contains(value);
}

/// <summary>One field's list of values, ranges and steps.</summary>
internal sealed record CronFieldParser(int Min, int Max)
{
    public IReadOnlyList<string> Names { get; init; } = [];

    public int FirstName { get; init; }

    public int? Modulo { get; init; }

    public bool TakesLast { get; init; }

    /// <exception cref="FormatException">In cron4j's words.</exception>
    public CronField Parse(string text)
    {
        if (text == "*")
        {
            return new(Values: null);
        }

        var values = ImmutableHashSet.CreateBuilder<int>();
        foreach (var element in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            values.UnionWith(Within($"invalid field \"{text}\", invalid element \"{element}\", ", () => Element(element)));
        }

        return values.Count == 0 ? throw new FormatException($"invalid field \"{text}\"") : new(values.ToImmutable());
    }

    private IEnumerable<int> Element(string text)
    {
        var parts = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 1 or > 2)
        {
            throw new FormatException("syntax error");
        }

        var range = Within("invalid range, ", () => Range(parts[0]));
        if (parts.Length == 1)
        {
            return range;
        }

        if (!int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step))
        {
            throw new FormatException($"invalid divisor \"{parts[1]}\"");
        }

        return step < 1
            ? throw new FormatException($"non positive divisor \"{step}\"")
            : range.Where((_, i) => i % step == 0);
    }

    private List<int> Range(string text)
    {
        if (text == "*")
        {
            return [.. Enumerable.Range(Min, Max - Min + 1).Select(Wrapped)];
        }

        var parts = text.Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 1 or > 2)
        {
            throw new FormatException("syntax error");
        }

        var from = Value(parts[0]);
        var to = parts.Length == 2 ? Value(parts[1]) : from;
        return from <= to
            ? [.. Enumerable.Range(from, to - from + 1)]
            : [.. Enumerable.Range(from, Max - from + 1), .. Enumerable.Range(Min, to - Min + 1)];
    }

    private int Value(string text) => Within($"invalid value \"{text}\", ", () =>
    {
        if (TakesLast && text.Equals("L", StringComparison.OrdinalIgnoreCase))
        {
            return CronField.LastDay;
        }

        var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= Min && number <= Max)
        {
            return Wrapped(number);
        }

        var name = Names.ToList().FindIndex(n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name >= 0 ? name + FirstName
            : Names.Count > 0 ? throw new FormatException($"invalid alias \"{text}\"")
            : throw new FormatException(isNumber ? "value out of range" : "invalid integer value");
    });

    private int Wrapped(int value) => Modulo is { } modulo ? value % modulo : value;

    private static T Within<T>(string prefix, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (FormatException ex)
        {
            throw new FormatException(prefix + ex.Message, ex);
        }
    }
}
