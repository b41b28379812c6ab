using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>
/// Casts of dates and timestamps. Between times and numbers Hive 4 refuses by default; Hive 2 counts whole numbers as
/// milliseconds on the way in, and seconds on the way out.
/// </summary>
internal static class HiveTimeCasts
{
    public static string? FromTime(HiveValue value, TrinoType to, HiveContext context)
    {
        var isDate = value.Type.Kind == Kind.Date;
        switch (to.Kind)
        {
            case Kind.Date or Kind.Timestamp:
                return Sql.Cast(value.Sql, to);
            case Kind.Varchar:
                var text = isDate ? DateText(value.Sql) : TimestampText(value.Sql);
                return to.Precision == TrinoType.Unbounded ? text : $"left({text}, {to.Precision})";
            case Kind.Boolean or Kind.Decimal when context.IsFour:
            case Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt or Kind.Real or Kind.Double when context.IsFour:
                throw HiveError.Semantic(null, "Wrong arguments: Casting DATE/TIMESTAMP types to NUMERIC is prohibited (hive.strict.timestamp.conversion)");
            case Kind.BigInt when !isDate:
                return $"CAST(floor(epoch_us({value.Sql}) / 1000000) AS BIGINT)";
            case Kind.Double when !isDate:
                return $"(epoch_us({value.Sql}) / 1000000)";
            case Kind.Integer when !isDate:
                return HiveCasts.Wrapped($"floor(epoch_us({value.Sql}) / 1000000)", to);
            case Kind.Boolean when !isDate:
                return $"(epoch_us({value.Sql}) <> 0)";
            case Kind.Boolean or Kind.Integer or Kind.BigInt or Kind.Double:
                return Sql.Cast("NULL", to);
            default:
                return null;
        }
    }

    public static string? FromNumber(HiveValue value, TrinoType to, HiveContext context)
    {
        if (to.Kind == Kind.Date)
        {
            throw HiveError.Semantic(
                HiveError.WrongType, $"Argument type mismatch: todate only takes DATE_GROUP, STRING_GROUP, VOID_GROUP types as 1st argument, got {HiveTypes.Capitals(value.Type)}");
        }

        if (context.IsFour)
        {
            throw HiveError.Semantic(null, "Wrong arguments: Casting NUMERIC types to TIMESTAMP is prohibited (hive.strict.timestamp.conversion)");
        }

        return value.Type.IsInteger ? $"make_timestamp(CAST({value.Sql} AS BIGINT) * 1000)"
            : value.Type.Kind is Kind.Decimal or Kind.Double ? $"make_timestamp(CAST(round({value.Sql} * 1000000) AS BIGINT))"
            : null;
    }

    public static string DateText(string sql) =>
        Sql.Let(sql, x => $"CASE WHEN year({x}) BETWEEN 1 AND 9999 THEN CAST({x} AS VARCHAR) WHEN {x} IS NOT NULL THEN {Sql.RefuseWhen($"{x} IS NOT NULL", "A date outside the years 1 to 9999 is not supported locally", TrinoType.Varchar)} END");

    /// <summary>Without the zeros at the end of the fraction, and without a fraction that is zero.</summary>
    public static string TimestampText(string sql) => Sql.Let(
        sql,
        x => $"CASE WHEN {x} IS NOT NULL THEN strftime({x}, '%Y-%m-%d %H:%M:%S') || CASE WHEN epoch_us({x}) % 1000000 = 0 THEN '' ELSE '.' || rtrim(strftime({x}, '%f'), '0') END END");
}
