using System.Globalization;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>round, bround, floor and ceil. Half goes away from zero, or to even; a double by the digits that Java prints.</summary>
internal static class HiveRounding
{
    public static void AddTo(HiveFunctions table)
    {
        table.Generic("round", 1, 2, call => Round(call, toEven: false));
        table.Generic("bround", 1, 2, call => Round(call, toEven: true));
        table.Generic("floor", 1, 1, call => Whole(call, "floor"));
        table.Generic("ceil ceiling", 1, 1, call => Whole(call, "ceil"));
    }

    private static HiveValue Round(HiveCall call, bool toEven)
    {
        if (call.Count == 2 && !call[1].Type.IsNumeric)
        {
            throw HiveError.Semantic(HiveError.WrongType, "Argument type mismatch: ROUND second argument only takes numeric type", call.Node.Items[1]);
        }

        var (value, digits) = (call[0], Digits(call));
        var name = toEven ? "trino_hive_bround" : "trino_hive_round";
        var places = digits.ToString(CultureInfo.InvariantCulture);
        switch (value.Type.Kind)
        {
            case Kind.Unknown:
                return HiveValue.Null;
            case Kind.Double or Kind.Varchar:
                return HiveCall.Real($"{name}({call.Double(0)}, CAST({places} AS INTEGER))");
            case Kind.Decimal when digits >= 0:
                var type = OfDigits(value.Type, digits);
                return value.Type.Precision > 15 && toEven ? throw call.Refused() : new HiveValue(type, toEven
                    ? $"CAST({name}(CAST({value.Sql} AS DOUBLE), CAST({places} AS INTEGER)) AS {DuckTypes.Of(type)})"
                    : $"CAST(round({value.Sql}, {places}) AS {DuckTypes.Of(type)})");
            case Kind.Integer or Kind.BigInt or Kind.SmallInt or Kind.TinyInt when digits >= 0:
                return value with { Literal = null };
            case Kind.Integer or Kind.SmallInt or Kind.TinyInt:
                return new HiveValue(value.Type, $"CAST({name}(CAST({value.Sql} AS DOUBLE), CAST({places} AS INTEGER)) AS {DuckTypes.Of(value.Type)})");
            default:
                throw call.Refused();
        }
    }

    private static int Digits(HiveCall call)
    {
        if (call.Count == 1)
        {
            return 0;
        }

        return call[1].Literal is { } literal && int.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits) && Math.Abs(digits) <= 15
            ? digits
            : throw call.Refused();
    }

    /// <summary>A digit more in front, where the carry may need it.</summary>
    private static TrinoType OfDigits(TrinoType type, int digits)
    {
        var whole = type.Precision - type.Scale;
        return HiveTypes.Fit(whole + digits + (digits < type.Scale ? 1 : 0), digits);
    }

    private static HiveValue Whole(HiveCall call, string name)
    {
        var value = call[0];
        switch (value.Type.Kind)
        {
            case Kind.Decimal:
                var type = TrinoType.Decimal(Math.Min(38, value.Type.Precision - value.Type.Scale + (value.Type.Scale > 0 ? 1 : throw call.Refused())), 0);
                return new HiveValue(type, $"CAST({name}({value.Sql}) AS {DuckTypes.Of(type)})");
            case Kind.Unknown:
                return HiveCall.BigInt("NULL");
            case Kind.Double or Kind.Varchar:
                var number = call.Double(0);
                return HiveCall.BigInt($"CASE WHEN {number} >= 9223372036854775807 THEN 9223372036854775807 ELSE CAST({name}({number}) AS BIGINT) END");
            default:
                return value.Type.IsInteger ? HiveCall.BigInt(value.Sql) : throw call.Refused();
        }
    }
}
