using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>Between dates, times, intervals and texts. The engine counts microseconds: more digits are refused.</summary>
internal static class TemporalCasts
{
    private const int MostDigits = 6;

    public static string? FromVarchar(string sql, TrinoType target) => target.Kind switch
    {
        Kind.Date => $"(DATE '1970-01-01' + CAST(trino_varchar_to_date({sql}) AS INTEGER))",
        Kind.Timestamp when target.Precision <= MostDigits =>
            $"make_timestamp(trino_varchar_to_timestamp({sql}, CAST({target.Precision} AS BIGINT)))",
        Kind.TimestampTz when target.Precision <= MostDigits => Sql.Let(
            sql,
            s => $"CASE WHEN {s} IS NULL THEN NULL ELSE {Zones.Pack($"make_timestamp(trino_varchar_to_instant({s}, CAST({target.Precision} AS BIGINT)))", $"trino_varchar_to_zone({s})")} END"),
        Kind.Time when target.Precision <= MostDigits =>
            $"(TIME '00:00:00' + to_microseconds(trino_varchar_to_time({sql}, CAST({target.Precision} AS BIGINT))))",
        _ => null,
    };

    public static string? Convert(Typed value, TrinoType target)
    {
        if (value.Type.Precision > MostDigits || (target.Kind is Kind.Timestamp or Kind.TimestampTz or Kind.Time && target.Precision > MostDigits))
        {
            return null;
        }

        return (value.Type.Kind, target.Kind) switch
        {
            (_, Kind.Varchar or Kind.Char) => ToText(value, target),
            (Kind.Date, Kind.Timestamp) => Sql.Cast(value.Sql, target),
            (Kind.Date, Kind.TimestampTz) => Pack($"CAST({value.Sql} AS TIMESTAMP)", value.Sql),
            (Kind.Timestamp, Kind.Timestamp) => Round(value.Sql, value.Type, target),
            (Kind.Timestamp, Kind.Date) => Sql.Cast(value.Sql, target),
            (Kind.Timestamp, Kind.Time) => Sql.Let(value.Sql, x => $"CASE WHEN epoch_us({x}) < 0 AND epoch_us({x}) % 1000000 <> 0 THEN {Sql.RefuseWhen($"(epoch_us({x}) < 0 AND epoch_us({x}) % 1000000 <> 0)", "The time of day of a timestamp before 1970 with a fraction is not supported locally", target)} ELSE {Round($"CAST({x} AS TIME)", value.Type, target)} END"),
            (Kind.Timestamp, Kind.TimestampTz) => Pack(Round(value.Sql, value.Type, target), value.Sql),
            (Kind.TimestampTz, Kind.Timestamp) => Round(Zones.LocalOf(value.Sql), value.Type, target),
            (Kind.TimestampTz, Kind.Date) => Sql.Cast(Zones.LocalOf(value.Sql), target),
            (Kind.TimestampTz, Kind.Time) => Round($"CAST({Zones.LocalOf(value.Sql)} AS TIME)", value.Type, target),
            (Kind.TimestampTz, Kind.TimestampTz) => Sql.Let(
                value.Sql,
                x => $"CASE WHEN {x} IS NULL THEN NULL ELSE {Zones.Pack(Round($"{x}.u", value.Type, target), $"{x}.z")} END"),
            (Kind.Time, Kind.Time) => Round(value.Sql, value.Type, target),
            _ => null,
        };
    }

    private static string Pack(string instant, string source) =>
        $"CASE WHEN {source} IS NULL THEN NULL ELSE {Zones.Pack(instant, "'UTC'")} END";

    /// <summary>Half up to fewer digits of a second; a time of day begins again after midnight.</summary>
    private static string Round(string sql, TrinoType from, TrinoType to)
    {
        if (to.Precision >= from.Precision)
        {
            return sql;
        }

        var unit = (long)Math.Pow(10, MostDigits - to.Precision);
        return to.Kind == Kind.Time
            ? $"(TIME '00:00:00' + to_microseconds(((epoch_us({sql}) + {unit / 2}) // {unit} * {unit}) % 86400000000))"
            : Sql.Let(sql, x => $"make_timestamp((epoch_us({x}) + {unit / 2}) - ((((epoch_us({x}) + {unit / 2}) % {unit}) + {unit}) % {unit}))");
    }

    private static string? ToText(Typed value, TrinoType target)
    {
        var text = Text(value.Sql, value.Type);
        return text is null
            ? null
            : Casts.Fit(
                text,
                target,
                value.Type.Kind == Kind.Date ? "INVALID_CAST_ARGUMENT" : "GENERIC_INTERNAL_ERROR",
                t => $"concat('Value [', {t}, '] does not fit in type {target.Name}')");
    }

    public static string? Text(string sql, TrinoType type) => type.Kind switch
    {
        Kind.Date => Sql.Let(sql, x => $"CASE WHEN year({x}) BETWEEN 1 AND 9999 THEN CAST({x} AS VARCHAR) WHEN {x} IS NULL THEN NULL WHEN year({x}) > 9999 THEN strftime({x}, '%Y-%m-%d') ELSE {Year(x)} || strftime({x}, '-%m-%d') END"),
        Kind.Timestamp when type.Precision <= MostDigits => Timestamp(sql, type.Precision),
        Kind.TimestampTz when type.Precision <= MostDigits => Sql.Let(sql, x => $"({Timestamp(Zones.Local($"{x}.u", $"{x}.z"), type.Precision)} || ' ' || {x}.z)"),
        Kind.Time when type.Precision <= MostDigits => Fraction(
            $"strftime(DATE '2000-01-01' + {sql}, '%H:%M:%S')", $"strftime(DATE '2000-01-01' + {sql}, '%f')", type.Precision),
        Kind.IntervalDay => Sql.Let(sql, x => $"concat(CASE WHEN {x} < 0 THEN '-' ELSE '' END, abs({x}) // 86400000, printf(' %02d:%02d:%02d.%03d', (abs({x}) // 3600000) % 24, (abs({x}) // 60000) % 60, (abs({x}) // 1000) % 60, abs({x}) % 1000)) || CASE WHEN {x} IS NULL THEN NULL ELSE '' END"),
        Kind.IntervalYear => Sql.Let(sql, x => $"concat(CASE WHEN {x} < 0 THEN '-' ELSE '' END, abs({x}) // 12, '-', abs({x}) % 12) || CASE WHEN {x} IS NULL THEN NULL ELSE '' END"),
        _ => null,
    };

    /// <summary>Years beyond four digits have a sign; the year before 1 is 0.</summary>
    private static string Year(string value) =>
        $"CASE WHEN year({value}) > 9999 THEN '+' || year({value}) WHEN year({value}) < 0 THEN '-' || printf('%04d', -(year({value}))) ELSE printf('%04d', year({value})) END";

    private static string Timestamp(string sql, int precision) => Sql.Let(
        sql,
        x => Fraction(
            $"CASE WHEN year({x}) BETWEEN 1 AND 9999 THEN strftime({x}, '%Y-%m-%d %H:%M:%S') WHEN {x} IS NULL THEN NULL ELSE {Year(x)} || strftime({x}, '-%m-%d %H:%M:%S') END",
            $"strftime({x}, '%f')",
            precision));

    private static string Fraction(string seconds, string micros, int precision) => precision switch
    {
        0 => $"({seconds})",
        MostDigits => $"({seconds} || '.' || {micros})",
        _ => $"({seconds} || '.' || left({micros}, {precision}))",
    };
}
