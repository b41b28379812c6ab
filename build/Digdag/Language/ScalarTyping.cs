using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Language;

/// <summary>
/// Which plain scalars are not strings (spec §1.1). Narrower than YAML 1.1: <c>yes</c>, <c>0.5</c>, <c>10:00:00</c>
/// and dates are strings, <c>010</c> is eight.
/// </summary>
internal static partial class ScalarTyping
{
    public static JsonNode? Implicit(string text) =>
        text is "" or "~" or "null" or "Null" or "NULL" ? null
        : BoolPattern().IsMatch(text) ? JsonValue.Create(text[0] is 't' or 'T')
        : IntPattern().IsMatch(text) && Int(text) is { } number ? number
        : FloatPattern().IsMatch(text) && Float(text) is { } real ? real
        : JsonValue.Create(text);

    /// <summary>The text read as an integer, or null when it is none.</summary>
    public static JsonNode? Int(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var negative = digits.StartsWith('-');
        digits = digits.TrimStart('+', '-');
        var number = digits switch
        {
            "" => null,
            "0" => BigInteger.Zero,
            _ when digits.StartsWith("0b", StringComparison.Ordinal) => InBase(digits[2..], 2),
            _ when digits.StartsWith("0x", StringComparison.Ordinal) => InBase(digits[2..], 16),
            ['0', ..] => InBase(digits[1..], 8),
            _ => InBase(digits, 10),
        };
        return number is { } value
            ? JsonNode.Parse((negative ? -value : value).ToString(CultureInfo.InvariantCulture))
            : null;
    }

    public static JsonNode? Float(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var sign = digits.StartsWith('-') ? -1 : 1;
        digits = digits.TrimStart('+', '-');
        var number = digits.ToLowerInvariant() switch
        {
            ".inf" => double.PositiveInfinity,
            ".nan" => double.NaN,
            _ when digits.Contains(':', StringComparison.Ordinal) => Sexagesimal(digits),
            _ => Real(digits),
        };
        return number is { } value ? JsonText.Double(sign * value) : null;
    }

    private static BigInteger? InBase(string digits, int radix)
    {
        if (digits.Length is 0 or > 4000)
        {
            return null;
        }

        var number = BigInteger.Zero;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return null;
            }

            number = (number * radix) + digit;
        }

        return number;
    }

    private static double? Sexagesimal(string digits)
    {
        double sum = 0;
        foreach (var part in digits.Split(':'))
        {
            if (Real(part) is not { } value)
            {
                return null;
            }

            sum = (sum * 60) + value;
        }

        return sum;
    }

    private static double? Real(string digits) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"\A(?:[Tt]rue|[Ff]alse)\z")]
    private static partial Regex BoolPattern();

    [GeneratedRegex(@"\A[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+)\z")]
    private static partial Regex IntPattern();

    [GeneratedRegex(@"\A(?:[-+]?(\.[0-9]+|[1-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex FloatPattern();
}
