using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary><c>+ - * /</c> between dates, times and intervals (an interval is a number of milliseconds or months).</summary>
internal static class TemporalOperators
{
    private const string DayOnly = "Cannot add hour, minutes or seconds to a date";

    public static Typed? TryApply(string symbol, Typed left, Typed right)
    {
        if (symbol == "+" && left.Type.Kind is Kind.IntervalDay or Kind.IntervalYear
            && right.Type.Kind is not (Kind.IntervalDay or Kind.IntervalYear) && right.Type.Kind != Kind.Unknown)
        {
            return symbol == "+" ? TryApply(symbol, right, left) : null;
        }

        var (l, r) = (left.Sql, right.Sql);
        return (left.Type.Kind, symbol, right.Type.Kind) switch
        {
            (Kind.IntervalDay, "+" or "-", Kind.IntervalDay) => new Typed(left.Type, $"({l} {symbol} {r})"),
            (Kind.IntervalYear, "+" or "-", Kind.IntervalYear) => new Typed(left.Type, $"({l} {symbol} {r})"),
            (Kind.IntervalDay, "*", Kind.BigInt or Kind.Integer or Kind.SmallInt or Kind.TinyInt) => new Typed(left.Type, $"({l} * CAST({r} AS BIGINT))"),
            (Kind.BigInt or Kind.Integer or Kind.SmallInt or Kind.TinyInt, "*", Kind.IntervalDay) => new Typed(right.Type, $"({r} * CAST({l} AS BIGINT))"),
            (Kind.IntervalYear, "*", Kind.BigInt or Kind.Integer or Kind.SmallInt or Kind.TinyInt) => new Typed(left.Type, $"({l} * {r})"),
            (Kind.BigInt or Kind.Integer or Kind.SmallInt or Kind.TinyInt, "*", Kind.IntervalYear) => new Typed(right.Type, $"({l} * {r})"),
            (Kind.IntervalDay or Kind.IntervalYear, "*", Kind.Double or Kind.Decimal or Kind.Real) => Times(left, right),
            (Kind.Double or Kind.Decimal or Kind.Real, "*", Kind.IntervalDay or Kind.IntervalYear) => Times(right, left),
            (Kind.IntervalDay or Kind.IntervalYear, "/", _) when right.Type.IsNumeric => Divided(left, right),
            (Kind.Date, "+" or "-", Kind.IntervalDay) => new Typed(
                left.Type,
                $"CASE WHEN {r} % 86400000 <> 0 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", DayOnly, left.Type)} ELSE {l} {symbol} CAST({r} // 86400000 AS INTEGER) END"),
            (Kind.Date, "+" or "-", Kind.IntervalYear) => new Typed(left.Type, $"CAST({l} {symbol} to_months(CAST({r} AS INTEGER)) AS DATE)"),
            (Kind.Timestamp, "+" or "-", Kind.IntervalDay) => new Typed(Precise(left.Type, Kind.Timestamp), $"({l} {symbol} to_milliseconds({r}))"),
            (Kind.Timestamp, "+" or "-", Kind.IntervalYear) => new Typed(left.Type, $"({l} {symbol} to_months(CAST({r} AS INTEGER)))"),
            (Kind.TimestampTz, "+" or "-", Kind.IntervalDay) => new Typed(
                Precise(left.Type, Kind.TimestampTz),
                Sql.Let(l, x => $"CASE WHEN {x} IS NULL OR {r} IS NULL THEN NULL ELSE struct_pack(u := {x}.u {symbol} to_milliseconds({r}), z := {x}.z) END")),
            (Kind.TimestampTz, "+" or "-", Kind.IntervalYear) => new Typed(
                left.Type,
                Zones.Shift(l, local => $"{local} {symbol} to_months(CAST({r} AS INTEGER))")),
            (Kind.Time, "+" or "-", Kind.IntervalDay) => new Typed(
                TrinoType.Time(Math.Max(3, left.Type.Precision)), $"({l} {symbol} to_milliseconds({r}))"),
            (Kind.Date, "+" or "-", Kind.Unknown) => new Typed(left.Type, "CAST(NULL AS DATE)"),
            (Kind.Time, "-", Kind.Time) => new Typed(TrinoType.IntervalDay, Milliseconds($"epoch_us({l}) - epoch_us({r})", left, right)),
            (Kind.Date, "-", Kind.Date) => new Typed(TrinoType.IntervalDay, $"(CAST({l} - {r} AS BIGINT) * 86400000)"),
            (Kind.Timestamp, "-", Kind.Timestamp) => new Typed(TrinoType.IntervalDay, Milliseconds($"epoch_us({l}) - epoch_us({r})", left, right)),
            (Kind.Timestamp, "-", Kind.Date) or (Kind.Date, "-", Kind.Timestamp) => new Typed(
                TrinoType.IntervalDay, Milliseconds($"epoch_us(CAST({l} AS TIMESTAMP)) - epoch_us(CAST({r} AS TIMESTAMP))", left, right)),
            (Kind.TimestampTz, "-", Kind.TimestampTz) => new Typed(TrinoType.IntervalDay, Milliseconds($"epoch_us({l}.u) - epoch_us({r}.u)", left, right)),
            (Kind.TimestampTz, "-", Kind.Timestamp or Kind.Date) => new Typed(
                TrinoType.IntervalDay, Milliseconds($"epoch_us({l}.u) - epoch_us(CAST({r} AS TIMESTAMP))", left, right)),
            (Kind.Timestamp or Kind.Date, "-", Kind.TimestampTz) => new Typed(
                TrinoType.IntervalDay, Milliseconds($"epoch_us(CAST({l} AS TIMESTAMP)) - epoch_us({r}.u)", left, right)),
            _ => null,
        };
    }

    private static Typed Times(Typed interval, Typed factor) => new(interval.Type, Sql.Let($"CAST({factor.Sql} AS DOUBLE)", x =>
        $"CASE WHEN isnan({x}) THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "Cannot multiply by double NaN", interval.Type)} ELSE {Cut($"{interval.Sql} * {x}", interval.Type)} END"));

    private static Typed Divided(Typed interval, Typed divisor) => new(interval.Type, Sql.Let($"CAST({divisor.Sql} AS DOUBLE)", x =>
        $"CASE WHEN isnan({x}) OR {x} = 0 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "Cannot divide by double 0.0 or NaN", interval.Type)} ELSE {Cut($"{interval.Sql} / {x}", interval.Type)} END"));

    private static string Cut(string number, TrinoType type) => Sql.Cast($"trunc({number})", type);

    /// <summary>Microseconds as milliseconds, half of one rounded up; what has three digits at most needs no rounding.</summary>
    private static string Milliseconds(string micros, Typed left, Typed right) =>
        Math.Max(left.Type.Kind == Kind.Date ? 0 : left.Type.Precision, right.Type.Kind == Kind.Date ? 0 : right.Type.Precision) <= 3
            ? $"(({micros}) // 1000)"
            : Sql.Let($"({micros})", x => $"CASE WHEN {x} >= 0 THEN ({x} + 500) // 1000 ELSE ({x} - 499) // 1000 END");

    /// <summary>An interval counts milliseconds, so the sum shows three digits at least.</summary>
    private static TrinoType Precise(TrinoType type, Kind kind)
    {
        var precision = Math.Max(3, type.Precision);
        return kind == Kind.Timestamp ? TrinoType.Timestamp(precision) : TrinoType.TimestampTz(precision);
    }
}
