using System.Globalization;

namespace Cdp.Trino.Runtime;

/// <summary>Casts between text and numbers, with Trino's formats and refusals.</summary>
internal static class Casts
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<double, string>("double_to_varchar", JavaNumbers.CastToVarchar);
        sink.Add<float, string>("real_to_varchar", JavaNumbers.CastToVarchar);
        sink.Add<string, long>("varchar_to_bigint", ToBigInt);
        sink.Add<string, long>("varchar_to_integer", text => Whole(text, int.MinValue, int.MaxValue, "INT"));
        sink.Add<string, long>("varchar_to_smallint", text => Whole(text, short.MinValue, short.MaxValue, "SMALLINT"));
        sink.Add<string, long>("varchar_to_tinyint", text => Whole(text, sbyte.MinValue, sbyte.MaxValue, "TINYINT"));
        sink.Add<string, double>("varchar_to_double", ToDouble);
        sink.Add<string, float>("varchar_to_real", ToReal);
        sink.Add<string, bool>("varchar_to_boolean", ToBoolean);
        sink.Add<string, long, long, string>("varchar_to_decimal", (text, precision, scale) => ToDecimal(text, text, "VARCHAR", precision, scale));
        sink.Add<double, long, long, string>("double_to_decimal", DoubleToDecimal);
        sink.Add<float, long, long, string>("real_to_decimal", RealToDecimal);
        sink.Add<float, long>("real_to_bigint", RealToBigInt);
        sink.Add<float, long>("real_to_integer", value => Round(value, int.MinValue, int.MaxValue, "integer"));
        sink.Add<float, long>("real_to_smallint", value => Round(value, short.MinValue, short.MaxValue, "smallint"));
        sink.Add<float, long>("real_to_tinyint", value => Round(value, sbyte.MinValue, sbyte.MaxValue, "tinyint"));
        sink.Add<double, long>("double_to_bigint", value => Round(value, long.MinValue, long.MaxValue, "bigint"));
        sink.Add<double, long>("double_to_integer", value => Round(value, int.MinValue, int.MaxValue, "integer"));
        sink.Add<double, long>("double_to_smallint", value => Round(value, short.MinValue, short.MaxValue, "smallint"));
        sink.Add<double, long>("double_to_tinyint", value => Round(value, sbyte.MinValue, sbyte.MaxValue, "tinyint"));
    }

    public static long ToBigInt(string text) => Whole(text, long.MinValue, long.MaxValue, "BIGINT");

    /// <summary>A sign and digits, of any script, nothing else.</summary>
    public static long Whole(string text, long least, long most, string type)
    {
        var digits = text.Length > 0 && text[0] is '+' or '-' ? text.AsSpan(1) : text;
        Int128 value = 0;
        foreach (var digit in digits)
        {
            var part = char.IsAsciiDigit(digit) ? digit - '0' : CharUnicodeInfo.GetDecimalDigitValue(digit);
            value = (value * 10) + part;
            if (part < 0 || value > (Int128)long.MaxValue + 1)
            {
                throw Bad(text, type);
            }
        }

        value = text.StartsWith('-') ? -value : value;
        return digits.Length > 0 && value >= least && value <= most ? (long)value : throw Bad(text, type);
    }

    /// <summary>As Java reads one: blanks and control characters around it, a type letter behind it, but no group marks.</summary>
    public static double ToDouble(string text) =>
        Float(text) is { } number && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(text, "DOUBLE");

    public static float ToReal(string text) =>
        Float(text) is { } number && float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(text, "REAL");

    public static bool ToBoolean(string text) => text.ToLowerInvariant() switch
    {
        "true" or "t" or "1" => true,
        "false" or "f" or "0" => false,
        _ => throw Bad(text, "BOOLEAN"),
    };

    /// <summary>The decimal with all its scale digits, rounded half away from zero.</summary>
    public static string ToDecimal(string number, string shown, string from, long precision, long scale)
    {
        if (Decimals.Parse(number) is not { } value)
        {
            throw TrinoFailure.InvalidCast($"Cannot cast {from} '{shown}' to DECIMAL({precision}, {scale}). Value is not a number.");
        }

        return Decimals.Write(value.Unscaled, value.Scale, precision, scale)
            ?? throw TrinoFailure.InvalidCast($"Cannot cast {from} '{shown}' to DECIMAL({precision}, {scale}). Value too large.");
    }

    /// <summary>Half away from zero. Too large is an invalid cast for bigint, out of range for the smaller types.</summary>
    public static long Round(double value, long least, long most, string type)
    {
        var rounded = Math.Round(value, MidpointRounding.AwayFromZero);
        return rounded >= least && (most == long.MaxValue ? rounded < 9223372036854775808d : rounded <= most)
            ? (long)rounded
            : most == long.MaxValue ? throw TrinoFailure.InvalidCast($"Unable to cast {JavaNumbers.ToText(value)} to {type}")
            : double.IsNaN(value) ? throw TrinoFailure.InvalidCast($"Cannot cast double NaN to {type}")
            : throw TrinoFailure.OutOfRange($"Out of range for {type}: {JavaNumbers.ToText(value)}");
    }

    private static long RealToBigInt(float value) =>
        float.IsNaN(value) || Math.Abs(value) < 9.2e18f
            ? Round(value, long.MinValue, long.MaxValue, "bigint")
            : throw TrinoFailure.NotCertain("A real beyond the range of bigint is not supported.");

    private static string DoubleToDecimal(double value, long precision, long scale) =>
        ToDecimal(JavaNumbers.ToText(value), JavaNumbers.ToText(value), "DOUBLE", precision, scale);

    private static string RealToDecimal(float value, long precision, long scale)
    {
        var shown = JavaNumbers.ToText(value);
        var one = ToDecimal(value.ToString("R", CultureInfo.InvariantCulture), shown, "REAL", precision, scale);
        var other = ToDecimal(((double)value).ToString("R", CultureInfo.InvariantCulture), shown, "REAL", precision, scale);
        return one == other ? one : throw TrinoFailure.NotCertain("The digits of this real beyond the seventh are not certain.");
    }

    private static string? Float(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        var number = text[start..end];
        if (number.TrimStart('+', '-') is "NaN" or "Infinity")
        {
            return number.Length > 9 || number.LastIndexOfAny(['+', '-']) > 0 ? null
                : number.EndsWith("NaN", StringComparison.Ordinal) ? "NaN" : number.TrimStart('+');
        }

        if (number.Contains('x', StringComparison.OrdinalIgnoreCase) && number.Contains('p', StringComparison.OrdinalIgnoreCase))
        {
            throw TrinoFailure.NotCertain("Hexadecimal floating-point numbers are not supported.");
        }

        number = number.Length > 1 && number[^1] is 'd' or 'D' or 'f' or 'F' ? number[..^1] : number;
        return number.Length > 0 && number.All(c => char.IsAsciiDigit(c) || c is '.' or 'e' or 'E' or '+' or '-') ? number : null;
    }

    private static TrinoFailure Bad(string text, string type) => TrinoFailure.InvalidCast($"Cannot cast '{text}' to {type}");
}
