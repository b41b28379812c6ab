using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cdp.Pipeline.Phases.Staging.Rules;

/// <summary>A form of dates in the letters people know (<c>dd.MM.yyyy HH:mm</c>), as a pattern over padded text.</summary>
/// <remarks>Padded: every digit that stands alone has a 0 before it, so <c>1.2.2024</c> is read by <c>dd.MM.yyyy</c> too.</remarks>
/// <param name="Pattern">One group for each part of <paramref name="Parts"/>.</param>
internal sealed record DateForm(string Pattern, ImmutableArray<DatePart> Parts)
{
    private static readonly (string Letters, DatePart? Part, string Pattern)[] _known =
    [
        ("yyyy", DatePart.Year, "([0-9]{4})"),
        ("yy", DatePart.ShortYear, "([0-9]{2})"),
        ("MMMM", DatePart.MonthName, Months),
        ("MMM", DatePart.MonthName, Months),
        ("MM", DatePart.Month, "([0-9]{2})"),
        ("M", DatePart.Month, "([0-9]{2})"),
        ("dd", DatePart.Day, "([0-9]{2})"),
        ("d", DatePart.Day, "([0-9]{2})"),
        ("EEEE", null, "[A-Za-z]+"),
        ("EEE", null, "[A-Za-z]+"),
        ("HH", DatePart.Hour, "([0-9]{2})"),
        ("H", DatePart.Hour, "([0-9]{2})"),
        ("hh", DatePart.HalfDayHour, "(0[1-9]|1[0-2])"),
        ("h", DatePart.HalfDayHour, "(0[1-9]|1[0-2])"),
        ("mm", DatePart.Minute, "([0-9]{2})"),
        ("ss", DatePart.Second, "([0-9]{2})"),
        ("SSS", null, "[0-9]+"),
        ("a", DatePart.HalfDay, "([AaPp])[.]?[Mm][.]?"),
        ("Z", DatePart.Zone, "(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})"),
        ("T", null, "T"),
    ];

    private const string Months = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
        + "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*[.]?";

    /// <summary>The forms that depend on which comes first; none when the configuration does not say.</summary>
    public static ImmutableArray<DateForm> ByOrder(bool? dayFirst) => dayFirst switch
    {
        true => [.. Separated("dd/MM/yyyy", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss")],
        false => [.. Separated("MM/dd/yyyy", "MM/dd/yyyy HH:mm", "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy hh:mm a", "MM/dd/yyyy hh:mm:ss a")],
        null => [],
    };

    /// <exception cref="PipelineException">A letter that stands for nothing, or no year, month and day.</exception>
    public static DateForm Parse(string format)
    {
        var (pattern, parts) = (new StringBuilder("^"), ImmutableArray.CreateBuilder<DatePart>());
        for (var at = 0; at < format.Length;)
        {
            var (letters, part, piece) = _known.FirstOrDefault(k => string.CompareOrdinal(format, at, k.Letters, 0, k.Letters.Length) == 0);
            if (letters is null)
            {
                pattern.Append(Literal(format, at));
                at++;
                continue;
            }

            pattern.Append(piece);
            if (part is { } known)
            {
                parts.Add(known);
            }

            at += letters.Length;
        }

        return Whole(format, new(pattern.Append('$').ToString(), parts.ToImmutable()));
    }

    /// <summary>The group of the part, or 0.</summary>
    public int Group(DatePart part) => Parts.IndexOf(part) + 1;

    private static IEnumerable<DateForm> Separated(params string[] formats) => formats.Select(
        f => Parse(f) is var form ? form with { Pattern = form.Pattern.Replace("/", "[/.-]", StringComparison.Ordinal) } : form);

    private static string Literal(string format, int at) => format[at] switch
    {
        ' ' => " +",
        var c and (',' or '/' or '-' or ':' or '_') => c.ToString(),
        var c when char.IsAsciiLetter(c) => throw new PipelineException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The date form '{format}' has the letter '{c}', which is not known. Use yyyy MM dd HH mm ss SSS, yy MMM EEE hh a, Z or T."),
            ExitCode.WrongInput),
        var c and ('\\' or '^') => $"\\{c}",
        var c => $"[{c}]",
    };

    private static DateForm Whole(string format, DateForm form)
    {
        bool Has(params DatePart[] any) => any.Any(form.Parts.Contains);
        return Has(DatePart.Year, DatePart.ShortYear) && Has(DatePart.Month, DatePart.MonthName) && Has(DatePart.Day)
            && form.Parts.Distinct().Count() == form.Parts.Length
            ? form
            : throw new PipelineException(
                $"The date form '{format}' does not name year, month and day once each, for example dd.MM.yyyy.", ExitCode.WrongInput);
    }
}

internal enum DatePart
{
    Year,
    ShortYear,
    Month,
    MonthName,
    Day,
    Hour,
    HalfDayHour,
    HalfDay,
    Minute,
    Second,
    Zone,
}
