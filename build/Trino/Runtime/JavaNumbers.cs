using System.Globalization;

namespace Cdp.Trino.Runtime;

/// <summary>Doubles and reals as Java prints them, and as Trino's casts to varchar do.</summary>
internal static class JavaNumbers
{
    /// <summary>Java's toString: plain from 10^-3 up to 10^7, else one digit before the point and an exponent.</summary>
    public static string ToText(double value) => Java(value, Shown(value));

    public static string ToText(float value) =>
        Java(value, TwoDigits(value.ToString("R", CultureInfo.InvariantCulture), value, () => value.ToString("E1", CultureInfo.InvariantCulture)));

    /// <summary>CAST(double AS varchar): always with an exponent, <c>1.0E0</c>; zero has no fraction, <c>0E0</c>.</summary>
    public static string CastToVarchar(double value) => Special(value) ?? Scientific(value, Shown(value));

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

    /// <summary>
    /// The digits that Java 17 finds: the shortest ones that mean this number, but whole numbers beyond 2^53 with all the
    /// digits that they have beyond doubt, and two digits at least where an exponent is shown.
    /// </summary>
    private static string Shown(double value)
    {
        var size = Math.Abs(value);
        if (size is < 9007199254740992 or >= 9223372036854775808)
        {
            return TwoDigits(value.ToString("R", CultureInfo.InvariantCulture), value, () => value.ToString("E1", CultureInfo.InvariantCulture));
        }

        var doubtful = Math.ILogB(size) - 54;
        var step = doubtful >= 7 ? 100 : doubtful >= 4 ? 10 : 1;
        var whole = (long)size;
        whole = (whole / step) + (whole % step * 2 >= step && step > 1 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : "")}{whole}{(step == 1 ? "" : step == 10 ? "0" : "00")}");
    }

    private static string TwoDigits(string shortest, double value, Func<string> two) =>
        Math.Abs(value) is > 0 and < 1e-37 && Digits(shortest).Digits.Length == 1 ? two() : shortest;

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
