using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>Arithmetic with Trino's types: integers never widen, decimals have exact scales, division by zero fails.</summary>
internal static class Operators
{
    public static Typed Arithmetic(string symbol, Typed left, Typed right, SqlPosition at)
    {
        var (l, r) = (left.Type, right.Type);
        if (l.Kind == Kind.Unknown && r.Kind == Kind.Unknown)
        {
            throw new TrinoException(
                "AMBIGUOUS_FUNCTION_CALL",
                "Could not choose a best candidate operator. Explicit type casts must be added.");
        }

        if (TemporalOperators.TryApply(symbol, left, right) is { } temporal)
        {
            return temporal;
        }

        if (Coercion.Common(l, r) is not { IsNumeric: true } common)
        {
            throw CannotApply(symbol, l, r, at);
        }

        return common.Kind == Kind.Decimal
            ? Decimal(symbol, AsDecimal(left, r), AsDecimal(right, l))
            : Plain(symbol, Casts.Implicit(left, common), Casts.Implicit(right, common), common);
    }

    public static TrinoException CannotApply(string symbol, TrinoType left, TrinoType right, SqlPosition at) =>
        new("TYPE_MISMATCH", $"Cannot apply operator: {left.Name} {symbol} {right.Name}", at.Line, at.Column);

    public static Typed Negate(Typed value, SqlPosition at) => value.Type switch
    {
        { Kind: Kind.Unknown } => throw new TrinoException(
            "AMBIGUOUS_FUNCTION_CALL",
            "Could not choose a best candidate operator. Explicit type casts must be added."),
        { IsNumeric: true } or { Kind: Kind.IntervalDay or Kind.IntervalYear } => new Typed(value.Type, $"(-({value.Sql}))"),
        _ => throw new TrinoException("TYPE_MISMATCH", $"Cannot negate {value.Type.Name}", at.Line, at.Column),
    };

    public static TrinoType ModulusType(TrinoType left, TrinoType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        var whole = Math.Min(left.Precision - left.Scale, right.Precision - right.Scale);
        return TrinoType.Decimal(Math.Min(38, whole + scale), scale);
    }

    public static string Modulus(Typed left, Typed right, TrinoType type)
    {
        if (type.IsFloating)
        {
            return Floating("%", left.Sql, right.Sql);
        }

        if (type.Kind == Kind.Decimal)
        {
            var scale = Math.Max(left.Type.Scale, right.Type.Scale);
            var rest = $"trino_decimal_modulus({Unscaled(left)}, {scale - left.Type.Scale}, {Unscaled(right)}, {scale - right.Type.Scale})";
            return FromUnscaled(rest, type);
        }

        return Guarded(right, type, divisor => $"({left.Sql} % {divisor})", left.Sql);
    }

    /// <summary>Rounded half away from zero to the result's scale.</summary>
    public static string DivideDecimal(Typed left, Typed right, TrinoType type)
    {
        var shift = type.Scale - left.Type.Scale + right.Type.Scale;
        return FromUnscaled(
            $"trino_decimal_divide({Unscaled(left)}, {Unscaled(right)}, {shift})",
            type);
    }

    private static Typed AsDecimal(Typed value, TrinoType other)
    {
        var type = value.Type.Kind == Kind.Unknown ? Coercion.AsDecimal(other)! : Coercion.AsDecimal(value.Type)!;
        return Casts.Implicit(value, type);
    }

    private static Typed Plain(string symbol, Typed left, Typed right, TrinoType type)
    {
        var (l, r) = (left.Sql, right.Sql);
        var sql = symbol switch
        {
            "/" when type.IsFloating => Floating("/", l, r),
            "%" when type.IsFloating => Floating("%", l, r),
            "%" => Modulus(left, right, type),
            "/" when type.Kind is Kind.TinyInt or Kind.SmallInt => Small(left, right, type),
            "/" => Guarded(right, type, divisor => $"({l} // {divisor})", l),
            _ => $"({l} {symbol} {r})",
        };
        if (type.Kind == Kind.Real)
        {
            sql = $"CAST({sql} AS FLOAT)";
        }

        return new Typed(type, sql);
    }

    /// <summary>The least value by -1: what Trino does with it depends on whether it folds the constants.</summary>
    private static string Small(Typed left, Typed right, TrinoType type)
    {
        var least = type.Kind == Kind.TinyInt ? "-128" : "-32768";
        var edge = $"({left.Sql} = {least} AND {right.Sql} = -1)";
        var refusal = Sql.RefuseWhen(edge, $"{least} / -1 as {type.Name} is not supported locally: cast to integer", type);
        return $"CASE WHEN {edge} THEN {refusal} ELSE {Guarded(right, type, divisor => $"({left.Sql} // {divisor})", left.Sql)} END";
    }

    /// <summary>By zero: Infinity or NaN, where DuckDB gives NULL or fails by setting.</summary>
    private static string Floating(string symbol, string left, string right)
    {
        if (double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var constant) && constant != 0)
        {
            return $"({left} {symbol} {right})";
        }

        return symbol == "%"
            ? Sql.Let(right, d => $"CASE WHEN {d} = 0 THEN {left} + CAST('nan' AS DOUBLE) ELSE ({left} % {d}) END")
            : Sql.Let(left, n => Sql.Let(right, d => $"CASE WHEN {d} <> 0 THEN ({n} / {d}) WHEN {n} = 0 OR isnan({n}) THEN {n} + {d} + CAST('nan' AS DOUBLE) ELSE {n} * CAST('inf' AS DOUBLE) * (CASE WHEN CAST({d} AS VARCHAR) LIKE '-%' THEN -1 ELSE 1 END) + {d} END", 1));
    }

    private static string Guarded(Typed divisor, TrinoType type, Func<string, string> body, string dividend)
    {
        if (divisor.Constant is { } constant && constant.AsSpan().IndexOfAnyExcept('0', '-') >= 0)
        {
            return body(divisor.Sql);
        }

        var fail = Sql.FailWith("DIVISION_BY_ZERO", "Division by zero", type);
        return Sql.Let(divisor.Sql, d => $"CASE WHEN {d} = 0 AND {dividend} IS NOT NULL THEN {fail} ELSE {body(d)} END");
    }

    private static Typed Decimal(string symbol, Typed left, Typed right)
    {
        var (p1, s1, p2, s2) = (left.Type.Precision, left.Type.Scale, right.Type.Precision, right.Type.Scale);
        switch (symbol)
        {
            case "+" or "-":
                var scale = Math.Max(s1, s2);
                var sum = TrinoType.Decimal(Math.Min(38, Math.Max(p1 - s1, p2 - s2) + scale + 1), scale);
                if (Math.Max(p1 - s1, p2 - s2) + scale + 1 > 38)
                {
                    // an operand may need more digits before the point than the sum's type has
                    return new Typed(sum, FromUnscaled(
                        $"trino_decimal_{(symbol == "+" ? "add" : "subtract")}({Unscaled(left)}, {scale - s1}, {Unscaled(right)}, {scale - s2})", sum));
                }

                return new Typed(sum, Sql.Cast($"({Sql.Cast(left.Sql, sum)} {symbol} {Sql.Cast(right.Sql, sum)})", sum));
            case "*":
                if (s1 + s2 > 38)
                {
                    throw new TrinoException(TrinoException.NotSupportedLocally, "A decimal product of more than 38 decimal places is not supported locally");
                }

                var product = TrinoType.Decimal(Math.Min(38, p1 + p2), s1 + s2);
                if (p1 + p2 > 38)
                {
                    return new Typed(product, FromUnscaled($"trino_decimal_multiply({Unscaled(left)}, {Unscaled(right)})", product));
                }

                // between operands of 18 digits at most the engine keeps to 18
                var wide = Math.Max(p1, p2) <= 18 && p1 + p2 > 18 ? $"CAST({left.Sql} AS DECIMAL(19,{s1}))" : left.Sql;
                return new Typed(product, Sql.Cast($"({wide} * {right.Sql})", product));
            case "/":
                var quotientScale = Math.Max(s1, s2);
                var quotient = TrinoType.Decimal(Math.Min(38, p1 + s2 + Math.Max(s2 - s1, 0)), quotientScale);
                return new Typed(quotient, DivideDecimal(left, right, quotient));
            default:
                var modulus = ModulusType(left.Type, right.Type);
                return new Typed(modulus, Modulus(left, right, modulus));
        }
    }

    /// <summary>The digits of a decimal as a whole number: its text has all of them.</summary>
    public static string Unscaled(Typed value) => value.Type.Scale == 0
        ? $"CAST({value.Sql} AS HUGEINT)"
        : $"CAST(replace(CAST({value.Sql} AS VARCHAR), '.', '') AS HUGEINT)";

    public static string FromUnscaled(string digits, TrinoType type)
    {
        var whole = $"CAST({digits} AS DECIMAL(38,0))";
        return type.Scale == 0
            ? Sql.Cast(whole, type)
            : Sql.Cast($"({whole} * CAST('0.{new string('0', type.Scale - 1)}1' AS DECIMAL({type.Scale},{type.Scale})))", type);
    }
}
