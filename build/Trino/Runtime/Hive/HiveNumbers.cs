using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>Texts as numbers, and numbers as texts. What is no number is NULL.</summary>
internal static partial class HiveNumbers
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, int, int, long?>("hive_integer", Integer);
        sink.Add<string, double?>("hive_double", Double);
        sink.Add<string, float?>("hive_float", s => Double(s) is null ? null : float.Parse(Plain(s), NumberStyles.Float, CultureInfo.InvariantCulture));
        sink.Add<string, int, int, string?>("hive_decimal", Decimal);
        sink.Add<double, string>("hive_double_text", d => JavaNumbers.ToText(d));
        sink.Add<double, string>("hive_exact_text", d => d.ToString("F400", CultureInfo.InvariantCulture).TrimEnd('0'));
        sink.Add<float, string>("hive_float_text", f => JavaNumbers.ToText(f));
        sink.Add<BigInteger, BigInteger, int, BigInteger?>("hive_divide", Divide);
        sink.Add<BigInteger, BigInteger, int, BigInteger?>("hive_multiply", (a, b, cut) => Divide(a * b, 1, -cut));
        sink.Add<BigInteger, int, int, string?>("hive_scaled", (digits, precision, scale) => Decimals.Write(digits, scale, precision, scale));
        sink.Add<BigInteger, BigInteger, BigInteger?>("hive_modulus", (a, b) => b.IsZero ? null : BigInteger.Remainder(a, b));
        sink.Add<string, int, int, string?>("hive_conv", Convert);
        sink.Add<double, int, double>("hive_round", (d, digits) => Round(d, digits, MidpointRounding.AwayFromZero));
        sink.Add<double, int, double>("hive_bround", (d, digits) => Round(d, digits, MidpointRounding.ToEven));
    }

    /// <summary>The fraction is cut; too big is NULL. Only Hive 4 skips blanks around it.</summary>
    private static long? Integer(string text, int bits, int version)
    {
        var number = text;
        if (version == 4)
        {
            number = text.Trim(' ');
            if (number.Length > 0 && (char.IsWhiteSpace(number[0]) || char.IsWhiteSpace(number[^1])))
            {
                throw TrinoFailure.NotCertain("A number beside a line break or tab is not supported locally");
            }
        }

        var digits = number.Count(char.IsAsciiDigit);
        if (digits == 0 || !Whole().IsMatch(number))
        {
            return digits == 0 && number.Length > 2 && Whole().IsMatch(number)
                ? throw TrinoFailure.NotCertain("This text as a number is not supported locally") : null;
        }

        var whole = number.Split('.')[0];
        var value = whole is "" or "-" or "+" ? 0 : BigInteger.Parse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var most = BigInteger.One << (bits - 1);
        return value >= -most && value < most ? (long)value : null;
    }

    /// <summary>As Java reads a double, but a single letter or sign is none.</summary>
    private static double? Double(string text)
    {
        var number = text.Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]);
        if (number.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || number.StartsWith("-0x", StringComparison.OrdinalIgnoreCase) || number.StartsWith("+0x", StringComparison.OrdinalIgnoreCase))
        {
            return Hexadecimal().Match(number) is { Success: true } match
                ? Math.ScaleB(long.Parse(match.Groups["n"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), int.Parse(match.Groups["p"].Value, CultureInfo.InvariantCulture)) * (number[0] == '-' ? -1 : 1)
                : throw TrinoFailure.NotCertain("A hexadecimal number is not supported locally");
        }

        if (text.Any(c => c > 0x7F && char.IsDigit(c)))
        {
            throw TrinoFailure.NotCertain("Digits beyond ASCII are not supported locally");
        }

        return number.TrimStart('+', '-') switch
        {
            "NaN" when number.Length <= 4 => double.NaN,
            "Infinity" when number.Length <= 9 => number[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            _ when Floating().IsMatch(number) => double.Parse(Plain(text), NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static string Plain(string text) => text.Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]).TrimEnd('d', 'D', 'f', 'F');

    private static string? Decimal(string text, int precision, int scale)
    {
        var number = text.Trim();
        if (number.Any(c => c > 0x7F))
        {
            return number.Any(char.IsDigit) ? throw TrinoFailure.NotCertain("This text as a decimal is not supported locally") : null;
        }

        return Decimals.Parse(number) is { } parsed && Math.Abs(parsed.Scale) < 1000 ? Decimals.Write(parsed.Unscaled, parsed.Scale, precision, scale) : null;
    }

    /// <summary>Half up; by zero, and what needs more than 38 digits, is NULL.</summary>
    private static BigInteger? Divide(BigInteger left, BigInteger right, int shift)
    {
        if (right.IsZero)
        {
            return null;
        }

        left *= shift > 0 ? BigInteger.Pow(10, shift) : 1;
        right *= shift < 0 ? BigInteger.Pow(10, -shift) : 1;
        var quotient = BigInteger.DivRem(left, right, out var rest);
        if (BigInteger.Abs(rest) * 2 >= BigInteger.Abs(right))
        {
            quotient += left.Sign == right.Sign ? 1 : -1;
        }

        return BigInteger.Abs(quotient) < BigInteger.Pow(10, 38) ? quotient : null;
    }

    /// <summary>By the decimal digits that Java prints.</summary>
    private static double Round(double value, int digits, MidpointRounding mode)
    {
        if (!double.IsFinite(value))
        {
            return value;
        }

        if (Math.Abs(value) >= 1e15 || digits is > 15 or < -15)
        {
            throw TrinoFailure.NotCertain("Rounding this number is not supported locally");
        }

        var exact = decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var unit = digits < 0 ? (decimal)Math.Pow(10, -digits) : 1;
        var rounded = digits < 0 ? Math.Round(exact / unit, 0, mode) * unit : Math.Round(exact, digits, mode);
        return double.Parse(rounded.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>conv(): unsigned unless the target base is negative; what follows the digits is left out.</summary>
    private static string? Convert(string text, int from, int to)
    {
        if (from is < 2 or > 36 || Math.Abs(to) is < 2 or > 36)
        {
            return null;
        }

        var negative = text.StartsWith('-');
        ulong value = 0;
        foreach (var c in negative ? text[1..] : text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) - 'A' + 10 : 99;
            if (digit >= from)
            {
                break;
            }

            value = value > ((ulong.MaxValue - (ulong)digit) / (ulong)from)
                ? throw TrinoFailure.NotCertain("conv() of a number this big is not supported locally")
                : (value * (ulong)from) + (ulong)digit;
        }

        if (negative && to > 0)
        {
            value = 0 - value;
        }

        var digits = "";
        do
        {
            digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(int)(value % (ulong)Math.Abs(to))] + digits;
            value /= (ulong)Math.Abs(to);
        }
        while (value > 0);
        return negative && to < 0 ? "-" + digits : digits;
    }

    [GeneratedRegex(@"^[+-]?[0-9]*(?:\.[0-9]*)?\z")]
    private static partial System.Text.RegularExpressions.Regex Whole();

    [GeneratedRegex(@"^[+-]?0[xX](?<n>[0-9a-fA-F]{1,13})[pP](?<p>[+-]?[0-9]{1,3})\z")]
    private static partial System.Text.RegularExpressions.Regex Hexadecimal();

    [GeneratedRegex(@"^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?[fFdD]?\z")]
    private static partial System.Text.RegularExpressions.Regex Floating();
}
