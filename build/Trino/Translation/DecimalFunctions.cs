using System.Numerics;
using Cdp.Trino.Runtime;

namespace Cdp.Trino.Translation;

/// <summary>Division of decimals by their digits, where the engine would go over to doubles.</summary>
internal static class DecimalFunctions
{
    private const int Digits = 38;

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<BigInteger, BigInteger, int, BigInteger>("decimal_divide", Divide);
        sink.Add<BigInteger, int, BigInteger, int, BigInteger>("decimal_modulus", (left, leftShift, right, rightShift) =>
            right.IsZero
                ? throw new TrinoFailure("DIVISION_BY_ZERO", "Division by zero")
                : Checked(BigInteger.Remainder(left * BigInteger.Pow(10, leftShift), right * BigInteger.Pow(10, rightShift))));
        sink.Add<BigInteger, int, BigInteger, int, BigInteger>("decimal_add", (left, leftShift, right, rightShift) =>
            Checked(Shifted(left, leftShift) + Shifted(right, rightShift)));
        sink.Add<BigInteger, int, BigInteger, int, BigInteger>("decimal_subtract", (left, leftShift, right, rightShift) =>
            Checked(Shifted(left, leftShift) - Shifted(right, rightShift)));
        sink.Add<BigInteger, BigInteger, BigInteger>("decimal_multiply", (left, right) => Checked(left * right));
        sink.Add<BigInteger, int, long, BigInteger>("decimal_round", (value, scale, digits) => Checked(Rounded(value, scale, digits)));
        sink.Add<BigInteger, int, long, BigInteger>("decimal_truncate", (value, scale, digits) => value - Rest(value, scale, digits));
    }

    /// <summary>To <paramref name="digits"/> places behind the point, or before it; half goes away from zero.</summary>
    private static BigInteger Rounded(BigInteger value, int scale, long digits)
    {
        var rest = Rest(value, scale, digits);
        if (rest.IsZero)
        {
            return value;
        }

        var step = BigInteger.Pow(10, (int)Math.Min(scale - digits, Digits + 1));
        return value - rest + (BigInteger.Abs(rest) * 2 >= step ? step * rest.Sign : 0);
    }

    private static BigInteger Rest(BigInteger value, int scale, long digits) =>
        digits >= scale ? 0 : BigInteger.Remainder(value, BigInteger.Pow(10, (int)Math.Min(scale - digits, Digits + 1)));

    /// <summary>Trino brings both to one scale in 128 bits.</summary>
    private static BigInteger Shifted(BigInteger value, int shift) => value * BigInteger.Pow(10, shift) is var shifted && shifted.GetBitLength() <= 127
        ? shifted
        : throw new TrinoFailure("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow");

    private static BigInteger Checked(BigInteger value) => BigInteger.Abs(value) < BigInteger.Pow(10, Digits)
        ? value
        : throw new TrinoFailure("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow");

    private static BigInteger Divide(BigInteger left, BigInteger right, int shift)
    {
        if (right.IsZero)
        {
            throw new TrinoFailure("DIVISION_BY_ZERO", "Division by zero");
        }

        if (shift >= 0)
        {
            left *= BigInteger.Pow(10, shift);
        }
        else
        {
            right *= BigInteger.Pow(10, -shift);
        }

        var quotient = BigInteger.DivRem(left, right, out var rest);
        if (BigInteger.Abs(rest) * 2 >= BigInteger.Abs(right))
        {
            quotient += left.Sign == right.Sign ? 1 : -1;
        }

        return Checked(quotient);
    }
}
