using System.Globalization;
using System.Numerics;

namespace Cdp.Trino.Runtime;

/// <summary>One conversion of java.util.Formatter: flags, width, precision and a letter, applied to one value.</summary>
internal static class JavaFormat
{
    private const int DefaultPrecision = 6;

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string, string>("format_text", (flags, text) => Fill(flags, text));
        sink.Add<string, long, string>("format_whole", (flags, value) => Signed(flags, value < 0, BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture), ""));
        sink.Add<string, long, string>("format_hex", (flags, value) => value >= 0
            ? Signed(flags, isNegative: false, value.ToString("x", CultureInfo.InvariantCulture), "")
            : throw TrinoFailure.NotCertain("format of a negative number in base 16 is not supported."));
        sink.Add<string, string, string>("format_fixed", Fixed);
        sink.Add<string, double, string>("format_scientific", Scientific);
        sink.Add<double, string>("double_to_java", JavaNumbers.ToText);
    }

    /// <summary>The digits are those that the value is printed with, rounded half up.</summary>
    private static string Fixed(string flags, string number)
    {
        if (Decimals.Parse(number) is not { } value)
        {
            return Fill(flags.Replace("0", "", StringComparison.Ordinal), number);
        }

        var digits = Decimals.Write(BigInteger.Abs(value.Unscaled), value.Scale, 400, Precision(flags))
            ?? throw TrinoFailure.NotCertain("format of a number so large is not supported.");
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return Signed(flags, number.StartsWith('-'), point < 0 ? digits : digits[..point], point < 0 ? "" : digits[point..]);
    }

    private static string Scientific(string flags, double value)
    {
        if (!double.IsFinite(value))
        {
            throw TrinoFailure.NotCertain("format of such a number is not supported.");
        }

        // Java rounds the digits it prints, .NET the exact value: they part only where a single 5 is cut off.
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E')[0].Replace(".", "", StringComparison.Ordinal).Trim('0');
        if (shortest.Length == Precision(flags) + 2 && shortest.EndsWith('5'))
        {
            throw TrinoFailure.NotCertain("The rounding of this number is not certain.");
        }

        var text = Math.Abs(value).ToString($"E{Precision(flags)}", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var tail = string.Create(CultureInfo.InvariantCulture, $"{text[1..mark]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        return Signed(flags, double.IsNegative(value), text[..1], tail);
    }

    private static string Signed(string flags, bool isNegative, string whole, string rest)
    {
        var head = Head(flags);
        if (head.Contains(',', StringComparison.Ordinal))
        {
            for (var at = whole.Length - 3; at > 0; at -= 3)
            {
                whole = whole.Insert(at, ",");
            }
        }

        var sign = isNegative ? "-" : head.Contains('+', StringComparison.Ordinal) ? "+" : head.Contains(' ', StringComparison.Ordinal) ? " " : "";
        var width = Width(flags);
        return head.Contains('0', StringComparison.Ordinal)
            ? sign + (whole + rest).PadLeft(Math.Max(0, width - sign.Length), '0')
            : Fill(flags, sign + whole + rest, isText: false);
    }

    private static string Fill(string flags, string text, bool isText = true)
    {
        var cut = isText && flags.Contains('.', StringComparison.Ordinal) ? text[..CodePoints.Offset(text, Precision(flags))] : text;
        return flags.StartsWith('-') ? cut.PadRight(Width(flags)) : cut.PadLeft(Width(flags));
    }

    private static string Head(string flags) => flags[..(flags.Length - flags.TrimStart('-', '+', ' ', '0', ',').Length)];

    private static int Width(string flags) =>
        int.TryParse(flags[Head(flags).Length..].Split('.')[0], CultureInfo.InvariantCulture, out var width) ? width : 0;

    private static int Precision(string flags) =>
        flags.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? int.Parse(flags.AsSpan(at + 1), CultureInfo.InvariantCulture) : DefaultPrecision;
}
