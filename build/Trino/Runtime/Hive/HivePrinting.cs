using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>printf() and format_number().</summary>
internal static partial class HivePrinting
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, List<string?>, string>("hive_printf", Print);
        sink.Add<string, int, string>("hive_format_number", FormatNumber);
    }

    /// <summary>Each value is its text behind a letter: i whole number, f decimal or double, s anything else.</summary>
    private static string Print(string format, List<string?> values)
    {
        var next = 0;
        var output = Directive().Replace(format, match =>
        {
            if (match.Groups["c"].Value is "%" or "n")
            {
                return match.Length == 2 ? (match.Value == "%n" ? "\n" : "%") : throw Unsure(match.Value);
            }

            return next < values.Count
                ? One(match, values[next++])
                : throw HiveRuntime.Fail($"MissingFormatArgumentException Format specifier '{match.Value}'");
        });
        return format.Replace("%%", "", StringComparison.Ordinal).Count(c => c == '%') > Directive().Count(format)
            ? throw Unsure(format)
            : output;
    }

    private static string One(Match match, string? value)
    {
        var flags = match.Groups["f"].Value;
        var width = match.Groups["w"].Success && match.Groups["w"].Length > 0 ? int.Parse(match.Groups["w"].Value, CultureInfo.InvariantCulture) : 0;
        var precision = match.Groups["p"].Success ? int.Parse(match.Groups["p"].Value, CultureInfo.InvariantCulture) : -1;
        var kind = match.Groups["c"].Value[0];
        if (value is null || flags.Trim('-', '0', ',').Length > 0 || (precision >= 0 && kind != 'f'))
        {
            throw Unsure(match.Value);
        }

        var text = value[1..];
        var shown = (kind, value[0]) switch
        {
            ('s', _) => text,
            ('d', 'i') => Grouped(text, flags),
            ('x', 'i') when !text.StartsWith('-') => long.Parse(text, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture),
            ('f', 'f') when Decimals.Parse(text) is { } number => Grouped(Decimals.Write(number.Unscaled, number.Scale, 60, precision < 0 ? 6 : precision)!, flags),
            ('d' or 'x', 's' or 'f') or ('f', 's' or 'i') => throw HiveRuntime.Fail($"IllegalFormatConversionException {kind}"),
            _ => throw Unsure(match.Value),
        };
        return flags.Contains('-', StringComparison.Ordinal) ? shown.PadRight(width)
            : flags.Contains('0', StringComparison.Ordinal) && kind != 's' ? Zeros(shown, width)
            : shown.PadLeft(width);
    }

    private static string Zeros(string number, int width) => number.StartsWith('-') ? "-" + number[1..].PadLeft(width - 1, '0') : number.PadLeft(width, '0');

    private static string Grouped(string number, string flags) => flags.Contains(',', StringComparison.Ordinal) ? Group(number) : number;

    private static string Group(string number)
    {
        var sign = number.StartsWith('-') ? "-" : "";
        var parts = number.TrimStart('-').Split('.');
        var whole = new StringBuilder(parts[0]);
        for (var i = parts[0].Length - 3; i > 0; i -= 3)
        {
            whole.Insert(i, ',');
        }

        return sign + whole + (parts.Length > 1 ? "." + parts[1] : "");
    }

    /// <summary>Thousands parted by commas, rounded half to even.</summary>
    /// <param name="number">All its digits.</param>
    private static string FormatNumber(string number, int digits)
    {
        if (digits < 0)
        {
            throw HiveRuntime.Fail("Argument 2 of function FORMAT_NUMBER must be >= 0");
        }

        if (digits > 30 || number.Contains('n', StringComparison.OrdinalIgnoreCase) || Decimals.Parse(number) is not { } parsed)
        {
            throw TrinoFailure.NotCertain("format_number() of this number is not supported locally");
        }

        var shift = (int)(digits - parsed.Scale);
        var value = parsed.Unscaled * BigInteger.Pow(10, Math.Max(0, shift));
        var unit = BigInteger.Pow(10, Math.Max(0, -shift));
        var rounded = BigInteger.DivRem(BigInteger.Abs(value), unit, out var rest);
        rounded += rest * 2 > unit || (rest * 2 == unit && !rounded.IsEven) ? 1 : 0;
        var text = rounded.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var sign = value.Sign < 0 && (rounded.IsZero ? throw TrinoFailure.NotCertain("The sign of this zero is not supported locally") : true) ? "-" : "";
        return Group(sign + (digits == 0 ? text : $"{text[..^digits]}.{text[^digits..]}"));
    }

    private static TrinoFailure Unsure(string what) => TrinoFailure.NotCertain($"printf() with '{what}' is not supported locally");

    [GeneratedRegex(@"%(?<f>[-#+ 0,(]*)(?<w>[0-9]*)(?:\.(?<p>[0-9]+))?(?<c>[a-zA-Z%])")]
    private static partial System.Text.RegularExpressions.Regex Directive();
}
