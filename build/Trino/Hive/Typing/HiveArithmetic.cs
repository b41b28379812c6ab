using System.Globalization;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>
/// + - * / % DIV. Whole numbers wrap but for bigint, which is refused; / is double or decimal, by zero NULL; a text is a
/// double. Literal whole numbers beside a decimal have the digits they are written with.
/// </summary>
internal static class HiveArithmetic
{
    private const int MostDigits = 38;
    private const int LeastScale = 6;

    public static HiveValue Apply(HiveNode node, HiveValue a, HiveValue b, HiveContext context)
    {
        if (IsTime(a) || IsTime(b))
        {
            return Time(node, a, b);
        }

        (a, b) = (Number(node, a, b), Number(node, b, a));
        var sign = node.Text;
        if (sign == "DIV")
        {
            return Whole(node, a, b);
        }

        if (a.Type.IsInteger && b.Type.IsInteger)
        {
            return sign == "/" ? Doubles(sign, a, b, context) : Integers(sign, a, b, context);
        }

        if (a.IsText || b.IsText || a.Type.Kind == Kind.Double || b.Type.Kind == Kind.Double)
        {
            return Doubles(sign, a, b, context);
        }

        return a.Type.Kind == Kind.Real || b.Type.Kind == Kind.Real
            ? throw HiveError.Refused($"{sign} of float", node)
            : Decimals(sign, Exact(a), Exact(b), context);
    }

    private static bool IsTime(HiveValue value) => value.Type.Kind is Kind.Date or Kind.Timestamp or Kind.IntervalDay or Kind.IntervalYear;

    /// <summary>A NULL has the other's type.</summary>
    private static HiveValue Number(HiveNode node, HiveValue value, HiveValue other)
    {
        if (value.IsNull && !other.IsNull)
        {
            var type = other.IsText ? TrinoType.Double : other.Type.Kind == Kind.Decimal ? throw HiveError.Refused($"{node.Text} of NULL and a decimal", node) : other.Type;
            return new HiveValue(type, $"CAST(NULL AS {DuckTypes.Of(type)})") { IsConstant = true };
        }

        return value.Type.IsNumeric || value.IsText ? value : throw HiveError.Refused($"{node.Text} of {HiveTypes.Name(value.Type)}", node);
    }

    private static HiveValue Whole(HiveNode node, HiveValue a, HiveValue b)
    {
        if (!a.Type.IsInteger || !b.Type.IsInteger)
        {
            throw HiveError.Semantic(
                HiveError.WrongArguments, $"Wrong arguments: No matching method for class org.apache.hadoop.hive.ql.udf.UDFOPLongDivide with ({HiveTypes.Name(a.Type)}, {HiveTypes.Name(b.Type)})", node);
        }

        if (b.Literal is "0")
        {
            throw HiveError.Semantic(HiveError.WrongArguments, "Wrong arguments '0': / by zero", node);
        }

        // the engine gives NULL for a zero, where Hive fails while it runs
        var right = b.Literal is not null ? b.Sql : $"CASE WHEN {b.Sql} = 0 THEN {Translation.Sql.Fail(Runtime.Hive.HiveRuntime.Failed, "'/ by zero'", b.Type)} ELSE {b.Sql} END";
        return new HiveValue(TrinoType.BigInt, $"CAST((CAST({a.Sql} AS BIGINT) // {right}) AS BIGINT)");
    }

    private static HiveValue Integers(string sign, HiveValue a, HiveValue b, HiveContext context)
    {
        var type = HiveTypes.Numeric(a.Type, b.Type);
        var (x, y) = (HiveCasts.To(a, type, context).Sql, HiveCasts.To(b, type, context).Sql);
        if (sign == "%")
        {
            return new HiveValue(type, $"({x} % nullif({y}, 0))");
        }

        return new HiveValue(type, type.Kind == Kind.BigInt
            ? $"({x} {sign} {y})"
            : HiveCasts.Wrapped($"CAST({a.Sql} AS BIGINT) {sign} CAST({b.Sql} AS BIGINT)", type));
    }

    private static HiveValue Doubles(string sign, HiveValue a, HiveValue b, HiveContext context)
    {
        var (x, y) = (HiveCasts.ToDouble(a, context).Sql, HiveCasts.ToDouble(b, context).Sql);
        return new HiveValue(TrinoType.Double, $"({x} {sign} {(sign is "/" or "%" ? $"nullif({y}, 0)" : y)})");
    }

    private static HiveValue Exact(HiveValue value)
    {
        if (value.Type.Kind == Kind.Decimal)
        {
            return value;
        }

        var type = value.Literal is { } digits ? TrinoType.Decimal(digits.TrimStart('-').Length, 0) : HiveTypes.AsDecimal(value.Type);
        return value with { Type = type, Sql = $"CAST({value.Sql} AS {DuckTypes.Of(type)})" };
    }

    private static HiveValue Decimals(string sign, HiveValue a, HiveValue b, HiveContext context)
    {
        var (x, y) = (a.Type, b.Type);
        var type = TypeOf(sign, x, y);
        if (sign is "+" or "-")
        {
            // one digit less than the engine may want: it is told which type to add in
            var (left, right) = (HiveCasts.To(a, type, context).Sql, HiveCasts.To(b, type, context).Sql);
            return type.Precision < MostDigits
                ? new HiveValue(type, $"CAST(({left} {sign} {right}) AS {DuckTypes.Of(type)})")
                : new HiveValue(type, $"CAST(({a.Sql} {sign} {b.Sql}) AS {DuckTypes.Of(type)})");
        }

        if (sign == "*")
        {
            return x.Precision + y.Precision < MostDigits
                ? new HiveValue(type, $"CAST(({a.Sql} * {b.Sql}) AS {DuckTypes.Of(type)})")
                : new HiveValue(type, Scaled($"trino_hive_multiply({Unscaled(a)}, {Unscaled(b)}, CAST({x.Scale + y.Scale - type.Scale} AS INTEGER))", type));
        }

        if (sign == "/")
        {
            return new HiveValue(type, Scaled($"trino_hive_divide({Unscaled(a)}, {Unscaled(b)}, CAST({type.Scale + y.Scale - x.Scale} AS INTEGER))", type));
        }

        var scale = Math.Max(x.Scale, y.Scale);
        var same = HiveTypes.Fit(MostDigits, scale);
        return new HiveValue(type, Scaled($"trino_hive_modulus({Unscaled(HiveCasts.To(a, same, context))}, {Unscaled(HiveCasts.To(b, same, context))})", type));
    }

    public static TrinoType TypeOf(string sign, TrinoType a, TrinoType b)
    {
        var whole = Math.Max(a.Precision - a.Scale, b.Precision - b.Scale);
        var scale = Math.Max(a.Scale, b.Scale);
        switch (sign)
        {
            case "+" or "-":
                return HiveTypes.Fit(whole + scale + 1, scale);
            case "*":
                return HiveTypes.Fit(a.Precision + b.Precision + 1, a.Scale + b.Scale);
            case "/":
                var digits = Math.Max(LeastScale, a.Scale + b.Precision + 1);
                return HiveTypes.Fit(a.Precision - a.Scale + b.Scale + digits, digits);
            default:
                return HiveTypes.Fit(Math.Min(a.Precision - a.Scale, b.Precision - b.Scale) + scale, scale);
        }
    }

    /// <summary>All digits as one whole number.</summary>
    public static string Unscaled(HiveValue value) => value.Type.Scale == 0
        ? $"CAST({value.Sql} AS HUGEINT)"
        : $"CAST(replace(CAST({value.Sql} AS VARCHAR), '.', '') AS HUGEINT)";

    /// <summary>A whole number of digits as a decimal; what does not fit is NULL.</summary>
    public static string Scaled(string digits, TrinoType type) => string.Create(
        CultureInfo.InvariantCulture, $"TRY_CAST(trino_hive_scaled({digits}, CAST({type.Precision} AS INTEGER), CAST({type.Scale} AS INTEGER)) AS {DuckTypes.Of(type)})");

    private static HiveValue Time(HiveNode node, HiveValue a, HiveValue b)
    {
        var sign = node.Text;
        var isInterval = b.Type.Kind is Kind.IntervalDay or Kind.IntervalYear;
        var sum = sign is "+" or "-" && isInterval ? HiveIntervals.Add(a, sign, b)
            : sign == "+" && b.IsTemporal ? HiveIntervals.Add(b, sign, a)
            : sign == "-" && a.IsTemporal && b.IsTemporal ? HiveIntervals.Difference(a, b)
            : null;
        if (sum is not null)
        {
            return sum;
        }

        var name = sign == "+" ? "Plus" : "Minus";
        throw sign is "+" or "-" && (a.Type.IsNumeric || a.IsText || b.Type.IsNumeric)
            ? HiveError.Semantic(HiveError.WrongArguments, $"Wrong arguments: No matching method for class org.apache.hadoop.hive.ql.udf.generic.GenericUDFOPDTI{name} with ({HiveTypes.Name(a.Type)}, {HiveTypes.Name(b.Type)})", node)
            : HiveError.Refused($"{sign} of {HiveTypes.Name(a.Type)} and {HiveTypes.Name(b.Type)}", node);
    }
}
