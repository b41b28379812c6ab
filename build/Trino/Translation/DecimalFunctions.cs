using System.Numerics;
using Cdp.Trino.Runtime;

namespace Cdp.Trino.Translation;

/// <summary>Division of decimals by their digits, where the engine would go over to doubles.</summary>
internal static class DecimalFunctions
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<BigInteger, BigInteger, int, BigInteger>("decimal_divide", Divide);
        sink.Add<BigInteger, BigInteger, BigInteger>("decimal_modulus", (left, right) =>
            right.IsZero ? throw new TrinoFailure("DIVISION_BY_ZERO", "Division by zero") : BigInteger.Remainder(left, right));
    }

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

        return BigInteger.Abs(quotient) < BigInteger.Pow(10, 38)
            ? quotient
            : throw new TrinoFailure("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow");
    }
}
