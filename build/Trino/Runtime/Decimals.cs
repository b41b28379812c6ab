using System.Globalization;
using System.Numerics;

namespace Cdp.Trino.Runtime;

/// <summary>Decimal numbers as java.math.BigDecimal reads them, and rescaled half away from zero.</summary>
internal static class Decimals
{
    private const int Digits = 38;

    public static (BigInteger Unscaled, long Scale)? Parse(string text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        BigInteger value = 0;
        var scale = 0L;
        var count = 0;
        var point = false;
        for (; at < text.Length && text[at] is not ('e' or 'E'); at++)
        {
            if (text[at] == '.' && !point)
            {
                point = true;
                continue;
            }

            var digit = CharUnicodeInfo.GetDecimalDigitValue(text[at]);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 10) + digit;
            scale += point ? 1 : 0;
            count++;
        }

        if (count == 0)
        {
            return null;
        }

        if (at < text.Length)
        {
            if (!int.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            {
                return null;
            }

            scale -= exponent;
        }

        return (text.StartsWith('-') ? -value : value, scale);
    }

    /// <summary>The number with exactly <paramref name="scale"/> digits behind the point; null when it needs more than <paramref name="precision"/> in all.</summary>
    public static string? Write(BigInteger unscaled, long from, long precision, long scale)
    {
        var shift = scale - from;
        if (shift > 2 * Digits && !unscaled.IsZero)
        {
            return null;
        }

        var value = shift >= 0 ? unscaled * BigInteger.Pow(10, (int)Math.Min(shift, 2 * Digits)) : Divide(unscaled, -shift);
        if (BigInteger.Abs(value) >= BigInteger.Pow(10, (int)precision))
        {
            return null;
        }

        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft((int)scale + 1, '0');
        var sign = value.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^(int)scale]}.{digits[^(int)scale..]}";
    }

    private static BigInteger Divide(BigInteger value, long power)
    {
        if (power > 20_000)
        {
            return 0;
        }

        var divisor = BigInteger.Pow(10, (int)power);
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        return BigInteger.Abs(rest) * 2 >= divisor ? quotient + value.Sign : quotient;
    }
}
