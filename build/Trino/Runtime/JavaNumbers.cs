using System.Globalization;

namespace Cdp.Trino.Runtime;

/// <summary>Doubles and reals as Java prints them, and as Trino's casts to varchar do.</summary>
internal static class JavaNumbers
{
    /// <summary>Java's toString: plain from 10^-3 up to 10^7, else one digit before the point and an exponent.</summary>
    public static string ToText(double value) => Java(value, value.ToString("R", CultureInfo.InvariantCulture));

    public static string ToText(float value) => Java(value, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>CAST(double AS varchar): always with an exponent, <c>1.0E0</c>; zero has no fraction, <c>0E0</c>.</summary>
    public static string CastToVarchar(double value) => Special(value) ?? Scientific(value, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>CAST(real AS varchar): the same with seven digits at most.</summary>
    public static string CastToVarchar(float value)
    {
        if (Special(value) is { } special)
        {
            return special;
        }

        // The digits are those of the exact value, rounded half to even.
        return Scientific(value, Math.Abs((double)value).ToString("E6", CultureInfo.InvariantCulture));
    }

    private static string Scientific(double value, string shortest)
    {
        if (value == 0)
        {
            return double.IsNegative(value) ? "-0E0" : "0E0";
        }

        var (digits, exponent) = Digits(shortest);
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : "")}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
    }

    private static string Java(double value, string shortest)
    {
        if (Special(value) is { } special)
        {
            return special;
        }

        var sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
        {
            return sign + "0.0";
        }

        var (digits, exponent) = Digits(shortest);
        return exponent switch
        {
            < -3 or >= 7 => string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}"),
            < 0 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ when digits.Length <= exponent + 1 => $"{sign}{digits.PadRight(exponent + 1, '0')}.0",
            _ => $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        };
    }

    /// <summary>The digits without sign, point or zeros at either end, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Digits(string number)
    {
        var text = number.TrimStart('-');
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var zeros = all.Length - all.TrimStart('0').Length;
        exponent += (point < 0 ? mantissa.Length : point) - 1 - zeros;
        return (all.Trim('0'), exponent);
    }

    private static string? Special(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : null;
}
