using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Phases.Staging.Rules;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>Which of the usual forms of dates, beyond those that are read anyway, the texts of a column have.</summary>
internal static partial class DateFormats
{
    /// <summary>A column has seldom more; what is rarer a person adds.</summary>
    private const int Most = 3;

    /// <summary>Of all texts, those that a form has to read to be proposed.</summary>
    private const double RarestShare = 0.02;

    /// <summary>They name the month: no other text looks so.</summary>
    private static readonly ImmutableArray<string> _named =
    [
        "dd MMM yyyy", "dd MMM yyyy HH:mm", "dd MMM yyyy HH:mm:ss", "dd-MMM-yyyy", "dd-MMM-yyyy HH:mm:ss", "dd-MMM-yy", "dd MMM yy",
        "MMM dd, yyyy", "MMM dd yyyy", "MMM dd, yyyy HH:mm", "MMM dd, yyyy HH:mm:ss", "MMM dd, yyyy hh:mm a", "MMM dd, yyyy hh:mm:ss a",
        "EEE, dd MMM yyyy", "EEE, dd MMM yyyy HH:mm:ss Z", "EEE MMM dd yyyy", "EEEE, MMMM dd, yyyy",
    ];

    /// <summary>Digits alone: only where a name says that it is a date.</summary>
    private static readonly ImmutableArray<string> _digits =
    [
        "yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyyMMdd HH:mm", "yyyyMMdd HH:mm:ss", "yyyyMMddTHHmmss", "yyyyMMddTHHmmssZ",
        "yyyy.MM.dd", "yyyy.MM.dd HH:mm:ss",
    ];

    private static readonly ImmutableDictionary<string, Regex> _patterns =
        _named.Concat(_digits).ToImmutableDictionary(f => f, f => new Regex(DateForm.Parse(f).Pattern, RegexOptions.CultureInvariant));

    /// <param name="isDate">The column's name says so.</param>
    /// <returns>The forms, most frequent first, and how many of the texts they or the usual readings read.</returns>
    public static (ImmutableArray<string> Formats, int Read) Of(IReadOnlyCollection<string> texts, bool isDate)
    {
        var open = texts.Where(t => !IsReadAnyway(t)).Select(Padded).ToList();
        var found = ImmutableArray.CreateBuilder<string>();
        while (found.Count < Most && Best(open, isDate) is var (format, count) && count >= Math.Max(1, texts.Count * RarestShare))
        {
            found.Add(format);
            open.RemoveAll(t => Reads(format, t));
        }

        return (found.ToImmutable(), texts.Count - open.Count);
    }

    private static (string Format, int Count) Best(List<string> texts, bool isDate) => _named.Concat(isDate ? _digits : [])
        .Select(f => (Format: f, Count: texts.Count(t => Reads(f, t)))).MaxBy(f => f.Count);

    private static bool Reads(string format, string padded) =>
        _patterns[format].IsMatch(padded) && (!Compact().IsMatch(padded) || Plausible().IsMatch(padded));

    /// <summary>As <see cref="DateRule.Padded"/>.</summary>
    private static string Padded(string text) => LoneDigit().Replace(text, "0$1");

    /// <summary>Years first and parts apart, or digits that are seconds; not those that are a date run together.</summary>
    private static bool IsReadAnyway(string text) => ValueForms.IsDate(text) || (Seconds().IsMatch(text) && !Plausible().IsMatch(text));

    [GeneratedRegex("(?<![0-9])([0-9])(?![0-9])")]
    private static partial Regex LoneDigit();

    [GeneratedRegex(@"\A-?[0-9]{9,17}(\.[0-9]*)?\z")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\A[0-9]{8}")]
    private static partial Regex Compact();

    /// <summary>Year, month, day, and hours where there are more digits, as a calendar and a clock have them.</summary>
    [GeneratedRegex(@"\A(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([ T]?([01][0-9]|2[0-3])(:?[0-5][0-9]){1,2}(Z|[+-][0-9]{2}:?[0-9]{2})?)?\z")]
    private static partial Regex Plausible();
}
