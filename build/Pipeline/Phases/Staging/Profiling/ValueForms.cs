using System.Text.Json;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>Whether a text has the form of an e-mail address, a phone number, a date …</summary>
internal static partial class ValueForms
{
    private static readonly HashSet<string> _truths = new(["true", "false", "yes", "no", "y", "n", "t", "f"], StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order in which they are tried: what is a date is no phone.</summary>
    public static IReadOnlyList<(ColumnClass Class, string Name, Func<string, bool> Is)> All { get; } =
    [
        (ColumnClass.Json, "JSON", IsJson),
        (ColumnClass.Email, "e-mail", Email().IsMatch),
        (ColumnClass.Boolean, "boolean", _truths.Contains),
        (ColumnClass.Date, "date", IsDate),
        (ColumnClass.Numeric, "number", Number().IsMatch),
        (ColumnClass.Numeric, "number with a decimal comma", CommaNumber().IsMatch),
        (ColumnClass.Phone, "phone", IsPhone),
    ];

    /// <summary>Whether a text might, with some goodwill, be read by the rule.</summary>
    public static bool MightBe(ColumnClass kind, string text) => kind switch
    {
        ColumnClass.Email => text.Contains('@', StringComparison.Ordinal),
        ColumnClass.Json => text[0] is '{' or '[',
        ColumnClass.Phone or ColumnClass.Date or ColumnClass.Numeric => text.Any(char.IsDigit),
        ColumnClass.Boolean => text is "0" or "1" || _truths.Contains(text) || text.Length <= 3,
        _ => true,
    };

    /// <summary>The first two numbers of 24/05/1971, or null for dates that say the year first or name the month.</summary>
    public static (int First, int Second)? Ambiguous(string text) => DayOrMonth().Match(text) is { Success: true } found
        ? (int.Parse(found.Groups[1].ValueSpan, null), int.Parse(found.Groups[2].ValueSpan, null))
        : null;

    /// <summary>A date that is read without being told its form; which of day and month comes first may have to be.</summary>
    public static bool IsDate(string text) => Date().IsMatch(text);

    /// <summary>True where only a comma can be the decimal sign, false where only a point can, null where both or none.</summary>
    public static bool? DecimalComma(string text) => (Number().IsMatch(text), CommaNumber().IsMatch(text)) switch
    {
        (false, true) => true,
        (true, false) => false,
        _ => null,
    };

    /// <summary>An amount without its currency or unit; a text that is nothing else stays.</summary>
    public static string Bare(string text) => Ornaments().Replace(text, string.Empty) is { Length: > 0 } bare ? bare : text;

    /// <summary>The document, or null when the text is not an object or a list.</summary>
    public static JsonDocument? Json(string text)
    {
        if (text[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsJson(string text)
    {
        using var document = Json(text);
        return document is not null;
    }

    /// <summary>Digits alone might be any number: a phone has a plus or is grouped.</summary>
    private static bool IsPhone(string text) => Phone().IsMatch(text) && text.Count(char.IsAsciiDigit) is var digits
        && (text[0] is '+' ? digits is >= 7 and <= 15 : digits is >= 9 and <= 15 && !text.All(char.IsAsciiDigit));

    [GeneratedRegex(@"\A[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"\A(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})([T ]\d{1,2}:\d{2}.*)?\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"\A(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)")]
    private static partial Regex DayOrMonth();

    /// <summary>No zeros in front: 0123 is a code.</summary>
    [GeneratedRegex(@"\A[+-]?(0|[1-9]\d{0,14}|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[+-]?(0|[1-9]\d{0,14}|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?\z")]
    private static partial Regex CommaNumber();

    [GeneratedRegex(@"\A[\p{Sc}\p{L}\s]+|[\p{Sc}\p{L}\s]+\z")]
    private static partial Regex Ornaments();

    [GeneratedRegex(@"\A\+?[0-9(][0-9 ()./-]{6,24}\z")]
    private static partial Regex Phone();
}
