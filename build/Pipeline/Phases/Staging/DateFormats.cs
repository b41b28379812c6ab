using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Forms of dates in the letters people know (<c>dd.MM.yyyy HH:mm</c>) and in those of <c>date_parse</c>.</summary>
internal static class DateFormats
{
    private static readonly ImmutableArray<string> _dayFirst =
        ["dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy", "dd-MM-yyyy HH:mm:ss", "dd-MM-yyyy", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy"];

    private static readonly ImmutableArray<string> _monthFirst =
        ["MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy", "MM-dd-yyyy HH:mm:ss", "MM-dd-yyyy"];

    private static readonly (string Java, string Mysql)[] _letters =
    [
        ("yyyy", "%Y"), ("yy", "%y"), ("MMMM", "%M"), ("MMM", "%b"), ("MM", "%m"), ("M", "%c"), ("dd", "%d"), ("d", "%e"),
        ("HH", "%H"), ("H", "%k"), ("hh", "%h"), ("h", "%l"), ("mm", "%i"), ("ss", "%s"), ("SSS", "%f"), ("a", "%p"),
    ];

    /// <summary>The forms that depend on which comes first; none when the configuration does not say.</summary>
    public static ImmutableArray<string> ByOrder(bool? dayFirst) => dayFirst switch
    {
        true => _dayFirst,
        false => _monthFirst,
        null => [],
    };

    /// <summary><c>dd.MM.yyyy</c> → <c>%d.%m.%Y</c>.</summary>
    public static string ToMysql(string format)
    {
        var result = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            var rest = format.AsSpan(at).ToString();
            var (java, mysql) = _letters.FirstOrDefault(l => rest.StartsWith(l.Java, StringComparison.Ordinal));
            if (java is null && char.IsAsciiLetter(format[at]) && format[at] is not 'T')
            {
                throw new PipelineException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The date form '{format}' has the letter '{format[at]}', which is not known. Use yyyy MM dd HH mm ss SSS a."),
                    ExitCode.WrongInput);
            }

            result.Append(mysql ?? format[at].ToString());
            at += java?.Length ?? 1;
        }

        return result.ToString();
    }
}
