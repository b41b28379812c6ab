using System.Globalization;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>CAST and the conversions that need no CAST, each with Trino's rounding, texts and failures.</summary>
internal static class Casts
{
    /// <summary>A conversion that <see cref="Coercion"/> allows; it cannot fail.</summary>
    public static Typed Implicit(Typed value, TrinoType target)
    {
        if (value.Type.Equals(target))
        {
            return value;
        }

        if (value.IsNull)
        {
            return value with { Type = target, Sql = Sql.Cast("NULL", target) };
        }

        // a narrower length or precision is the same value to the engine
        if ((value.Type.Kind == target.Kind && target.Kind is Kind.Varchar or Kind.Timestamp or Kind.TimestampTz or Kind.Time)
            && target.Precision >= value.Type.Precision)
        {
            return value.As(target);
        }

        var sql = Convert(value, target, default) ?? throw new TrinoException(
            TrinoException.NotSupportedLocally,
            $"Converting {value.Type.Name} to {target.Name} is not supported locally");
        return value with { Type = target, Sql = sql };
    }

    public static string Explicit(Typed value, TrinoType target, SqlPosition at, QueryContext context, bool isTry)
    {
        _ = context;
        if (value.Type.Equals(target))
        {
            return value.Sql;
        }

        if (value.Type.Kind == Kind.Unknown)
        {
            return Sql.Cast(value.IsNull ? "NULL" : value.Sql, target);
        }

        if (!Allowed.Contains(value.Type, target))
        {
            throw new TrinoException("TYPE_MISMATCH", $"Cannot cast {value.Type.Name} to {target.Name}", at.Line, at.Column);
        }

        var sql = Convert(value, target, at) ?? throw new TrinoException(
            TrinoException.NotSupportedLocally,
            $"CAST from {value.Type.Name} to {target.Name} is not supported locally",
            at.Line,
            at.Column);
        return isTry ? $"TRY({sql})" : sql;
    }

    /// <summary>Null where the pair is not known here.</summary>
    public static string? Convert(Typed value, TrinoType target, SqlPosition at)
    {
        if (value.Type.Equals(target))
        {
            return value.Sql;
        }

        if (target.Kind == Kind.Json)
        {
            return JsonCasts.ToJson(value.Sql, value.Type);
        }

        return value.Type.Kind switch
        {
            Kind.Unknown => Sql.Cast(value.IsNull ? "NULL" : value.Sql, target),
            Kind.Boolean => FromBoolean(value.Sql, target),
            Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt => FromInteger(value.Sql, target),
            Kind.Real or Kind.Double => FromFloating(value, target),
            Kind.Decimal => FromDecimal(value, target),
            Kind.Varchar => FromVarchar(value.Sql, target),
            Kind.Char => Convert(
                new Typed(TrinoType.VarcharOf(value.Type.Precision), target.Kind == Kind.Char ? value.Sql : Padded(value.Sql, value.Type.Precision)),
                target,
                at),
            Kind.Json => JsonCasts.FromJson(value.Sql, target),
            Kind.Array or Kind.Map or Kind.Row => FromStructure(value, target, at),
            Kind.Uuid when target.Kind == Kind.Varchar && target.Precision == TrinoType.Unbounded => value.Sql,
            Kind.Varbinary or Kind.Uuid or Kind.IpAddress or Kind.HyperLogLog => null,
            _ => TemporalCasts.Convert(value, target),
        };
    }

    /// <summary>A char(n) with the blanks that belong to it.</summary>
    public static string Padded(string sql, int length) => length == 0 ? $"({sql})" : $"rpad({sql}, {Text(length)}, ' ')";

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string FromBoolean(string sql, TrinoType target) => target.Kind switch
    {
        Kind.Varchar or Kind.Char => Fit(
            $"CASE WHEN {sql} THEN 'true' WHEN NOT {sql} THEN 'false' END",
            target,
            "GENERIC_INTERNAL_ERROR",
            text => $"concat('Value [', {text}, '] does not fit in type {target.Name}')"),
        _ => Sql.Cast(sql, target),
    };

    private static string FromInteger(string sql, TrinoType target) => target.Kind switch
    {
        Kind.Boolean => $"({sql} <> 0)",
        Kind.Varchar or Kind.Char => Unrepresentable($"CAST({sql} AS VARCHAR)", target),
        _ => Sql.Cast(sql, target),
    };

    private static string? FromFloating(Typed value, TrinoType target)
    {
        var (sql, from) = (value.Sql, value.Type.Kind == Kind.Real ? "real" : "double");
        switch (target.Kind)
        {
            case Kind.Boolean:
                return $"({sql} <> 0)";
            case Kind.Double:
                return Sql.Cast(sql, target);
            case Kind.Real:
                return Sql.Let(sql, x => $"CASE WHEN isfinite({x}) AND abs({x}) > 3.4028235677973366e38 THEN CAST(CASE WHEN {x} < 0 THEN '-inf' ELSE 'inf' END AS FLOAT) ELSE CAST({x} AS FLOAT) END");
            case Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt:
                return Sql.Cast($"trino_{from}_to_{target.Name}({sql})", target);
            case Kind.Decimal:
                return Sql.Cast($"trino_{from}_to_decimal({sql}, CAST({Text(target.Precision)} AS BIGINT), CAST({Text(target.Scale)} AS BIGINT))", target);
            case Kind.Varchar or Kind.Char:
                return Unrepresentable($"trino_{from}_to_varchar({sql})", target);
            default:
                return null;
        }
    }

    private static string FromDecimal(Typed value, TrinoType target) => target.Kind switch
    {
        Kind.Boolean => $"({value.Sql} <> 0)",
        Kind.Varchar or Kind.Char => Unrepresentable(DecimalText(value.Sql, value.Type), target),
        Kind.Double or Kind.Real when value.Type.Precision > 15 => Sql.Cast($"CAST({value.Sql} AS VARCHAR)", target),
        Kind.Real => Sql.Cast($"CAST({value.Sql} AS VARCHAR)", target),
        _ => Sql.Cast(value.Sql, target),
    };

    /// <summary>With the zero before the point that the engine leaves out where no digit can stand.</summary>
    public static string DecimalText(string sql, TrinoType type) => type.Precision > type.Scale
        ? $"CAST({sql} AS VARCHAR)"
        : type.Precision < 38
            ? $"CAST(CAST({sql} AS DECIMAL({Text(type.Precision + 1)},{Text(type.Scale)})) AS VARCHAR)"
            : $"regexp_replace(CAST({sql} AS VARCHAR), '^(-?)[.]', '\\10.')";

    private static string? FromVarchar(string sql, TrinoType target)
    {
        switch (target.Kind)
        {
            case Kind.Varchar:
                return target.Precision == TrinoType.Unbounded ? sql : $"left({sql}, {Text(target.Precision)})";
            case Kind.Char:
                return $"rtrim(left({sql}, {Text(target.Precision)}), ' ')";
            case Kind.BigInt:
                // plain digits are by far the most usual text, and the engine reads them alike
                return Sql.Let(sql, x => $"CASE WHEN regexp_full_match({x}, '-?[0-9]{{1,18}}') THEN CAST(CASE WHEN regexp_full_match({x}, '-?[0-9]{{1,18}}') THEN {x} END AS BIGINT) ELSE trino_varchar_to_bigint({x}) END");
            case Kind.TinyInt or Kind.SmallInt or Kind.Integer:
                return Sql.Cast($"trino_varchar_to_{target.Name}({sql})", target);
            case Kind.Double or Kind.Real or Kind.Boolean:
                return $"trino_varchar_to_{target.Name}({sql})";
            case Kind.Decimal:
                return Sql.Cast($"trino_varchar_to_decimal({sql}, CAST({Text(target.Precision)} AS BIGINT), CAST({Text(target.Scale)} AS BIGINT))", target);
            case Kind.Uuid:
                return $"trino_varchar_to_uuid({sql})";
            case Kind.Varbinary:
                return $"encode({sql})";
            default:
                return TemporalCasts.FromVarchar(sql, target);
        }
    }

    private static string? FromStructure(Typed value, TrinoType target, SqlPosition at)
    {
        var (type, sql) = (value.Type, value.Sql);
        switch (type.Kind)
        {
            case Kind.Array:
                return Convert(new Typed(type.Element, "e"), target.Element, at) is { } element
                    ? element == "e" ? sql : $"CAST(list_transform({sql}, lambda e: {element}) AS {DuckTypes.Of(target)})"
                    : null;
            case Kind.Row:
                return Sql.Let(sql, row =>
                {
                    var fields = type.Items.Select((item, i) =>
                        $"f{i} := {Convert(new Typed(item, $"{row}.f{i}"), target.Items[i], at) ?? throw Refused(type, target, at)}");
                    return $"CASE WHEN {row} IS NULL THEN NULL ELSE struct_pack({string.Join(", ", fields)}) END";
                });
            default:
                var key = Convert(new Typed(type.Items[0], "e.key"), target.Items[0], at) ?? throw Refused(type, target, at);
                var item = Convert(new Typed(type.Items[1], "e.value"), target.Items[1], at) ?? throw Refused(type, target, at);
                return Sql.Let(sql, map => $"CASE WHEN {map} IS NULL THEN NULL ELSE CAST(map(list_transform(map_entries({map}), lambda e: {key}), list_transform(map_entries({map}), lambda e: {item})) AS {DuckTypes.Of(target)}) END");
        }
    }

    private static TrinoException Refused(TrinoType from, TrinoType to, SqlPosition at) => new(
        TrinoException.NotSupportedLocally,
        $"CAST from {from.Name} to {to.Name} is not supported locally",
        at.Line,
        at.Column);

    private static string Unrepresentable(string text, TrinoType target) => Fit(
        text,
        target,
        "INVALID_CAST_ARGUMENT",
        value => $"concat('Value ', {value}, ' cannot be represented as {target.Name}')");

    /// <summary>A text of a number or a truth that is too long fails; only text itself is cut.</summary>
    public static string Fit(string text, TrinoType target, string error, Func<string, string> message) =>
        target.Precision == TrinoType.Unbounded
            ? text
            : Sql.Let(text, t => $"CASE WHEN length({t}) > {Text(target.Precision)} THEN {Sql.Fail(error, message(t), TrinoType.Varchar)} ELSE {t} END");
}
