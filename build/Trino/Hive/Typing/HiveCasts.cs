using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>
/// From one type to another, written or implied: what does not convert becomes NULL, never an error. Pairs that are not
/// certain are refused.
/// </summary>
internal static class HiveCasts
{
    /// <param name="written">CAST was written: a boolean then becomes text in capitals in both versions.</param>
    public static HiveValue To(HiveValue value, TrinoType to, HiveContext context, bool written = false)
    {
        if (value.Type.Equals(to))
        {
            return value with { Literal = null };
        }

        return new HiveValue(to, $"({Convert(value, to, context, written)})") { IsConstant = value.IsConstant };
    }

    public static HiveValue ToDouble(HiveValue value, HiveContext context) => To(value, TrinoType.Double, context);

    public static HiveValue ToText(HiveValue value, HiveContext context) => To(value, TrinoType.Varchar, context);

    private static string Convert(HiveValue value, TrinoType to, HiveContext context, bool written)
    {
        var (from, sql) = (value.Type, value.Sql);
        return from.Kind switch
        {
            Kind.Unknown => Sql.Cast("NULL", to),
            Kind.Varchar or Kind.Char => FromText(sql, to, context),
            Kind.Boolean => FromBoolean(sql, to, context.IsFour || written),
            Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt => FromInteger(value, to, context),
            Kind.Double or Kind.Real => FromFloating(value, to, context),
            Kind.Decimal => FromDecimal(value, to, context),
            Kind.Date or Kind.Timestamp => HiveTimeCasts.FromTime(value, to, context),
            Kind.Varbinary when to.Kind == Kind.Varchar => Cut($"decode({sql})", to),
            Kind.IntervalDay or Kind.IntervalYear when to.Kind == Kind.Varchar => context.IsFour
                ? HiveIntervals.Text(sql, from)
                : throw HiveError.Semantic(null, $"Wrong arguments: No matching method for class org.apache.hadoop.hive.ql.udf.UDFToString with ({HiveTypes.Name(from)})"),
            Kind.Array or Kind.Map or Kind.Row => Nested(value, to),
            _ => null,
        }
        ?? throw HiveError.Refused($"A cast of {HiveTypes.Name(from)} to {HiveTypes.Name(to)}");
    }

    private static string Version(HiveContext context) => $"CAST({(int)context.Version} AS INTEGER)";

    /// <summary>A text of a length: what is longer is cut; char is kept without the blanks at its end.</summary>
    private static string Cut(string text, TrinoType to) => to.Kind == Kind.Char ? $"rtrim(left({text}, {to.Precision}), ' ')"
        : to.Precision == TrinoType.Unbounded ? text
        : $"left({text}, {to.Precision})";

    private static string? FromText(string sql, TrinoType to, HiveContext context) => to.Kind switch
    {
        Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt =>
            $"CAST(trino_hive_integer({sql}, CAST({HiveTypes.Bits(to)} AS INTEGER), {Version(context)}) AS {DuckTypes.Of(to)})",
        Kind.Double => $"trino_hive_double({sql})",
        Kind.Real => $"trino_hive_float({sql})",
        Kind.Decimal => Sql.Cast($"trino_hive_decimal({sql}, CAST({to.Precision} AS INTEGER), CAST({to.Scale} AS INTEGER))", to),
        Kind.Boolean => context.IsFour ? $"(lower({sql}) NOT IN ('', 'false', '0', 'no', 'off'))" : $"({sql} <> '')",
        Kind.Date => $"CAST(trino_hive_date({sql}, {Version(context)}) AS DATE)",
        Kind.Timestamp => $"make_timestamp(trino_hive_timestamp({sql}, {Version(context)}))",
        Kind.Varchar or Kind.Char => Cut(sql, to),
        Kind.Varbinary => $"encode({sql})",
        _ => null,
    };

    private static string? FromBoolean(string sql, TrinoType to, bool capitals) => to.Kind switch
    {
        Kind.Varchar or Kind.Char => Cut(capitals ? $"CASE WHEN {sql} THEN 'TRUE' WHEN NOT {sql} THEN 'FALSE' END" : $"CASE WHEN {sql} THEN 'true' WHEN NOT {sql} THEN 'false' END", to),
        Kind.Double or Kind.Real => Sql.Cast($"CAST({sql} AS INTEGER)", to),
        Kind.Decimal => $"TRY_CAST(CAST({sql} AS INTEGER) AS {DuckTypes.Of(to)})",
        _ when to.IsInteger => Sql.Cast(sql, to),
        _ => null,
    };

    private static string? FromInteger(HiveValue value, TrinoType to, HiveContext context) => to.Kind switch
    {
        Kind.Varchar or Kind.Char => Cut($"CAST({value.Sql} AS VARCHAR)", to),
        Kind.Double or Kind.Real => Sql.Cast(value.Sql, to),
        Kind.Decimal => $"TRY_CAST({value.Sql} AS {DuckTypes.Of(to)})",
        Kind.Boolean => $"({value.Sql} <> 0)",
        Kind.Date or Kind.Timestamp => HiveTimeCasts.FromNumber(value, to, context),
        Kind.Varbinary => throw HiveError.Semantic(null, "Wrong arguments: Only string, char, varchar or binary data can be cast into binary data types."),
        _ when to.IsInteger => HiveTypes.Bits(to) >= HiveTypes.Bits(value.Type) ? Sql.Cast(value.Sql, to) : Wrapped(value.Sql, to),
        _ => null,
    };

    /// <summary>The low bits of a number.</summary>
    public static string Wrapped(string sql, TrinoType to)
    {
        var half = 1L << (HiveTypes.Bits(to) - 1);
        return $"CAST(((CAST({sql} AS BIGINT) + {half}) & {(half * 2) - 1}) - {half} AS {DuckTypes.Of(to)})";
    }

    private static string? FromFloating(HiveValue value, TrinoType to, HiveContext context)
    {
        var text = value.Type.Kind == Kind.Real ? $"trino_hive_float_text({value.Sql})" : $"trino_hive_double_text({value.Sql})";
        return to.Kind switch
        {
            Kind.Varchar or Kind.Char => Cut(text, to),
            Kind.Double or Kind.Real => Sql.Cast(value.Sql, to),
            Kind.Decimal => Sql.Cast($"trino_hive_decimal({text}, CAST({to.Precision} AS INTEGER), CAST({to.Scale} AS INTEGER))", to),
            Kind.Boolean => $"({value.Sql} <> 0)",
            Kind.Date or Kind.Timestamp => HiveTimeCasts.FromNumber(value, to, context),
            Kind.Integer or Kind.BigInt when !context.IsFour => Saturated(value.Sql, to),
            _ when to.IsInteger => $"CASE WHEN isnan({value.Sql}) THEN 0 ELSE CAST(trunc({value.Sql}) AS {DuckTypes.Of(to)}) END",
            _ => null,
        };
    }

    /// <summary>What is beyond the type is its greatest or least.</summary>
    private static string Saturated(string sql, TrinoType to)
    {
        var (least, most) = to.Kind == Kind.BigInt ? ("-9223372036854775808", "9223372036854775807") : ("-2147483648", "2147483647");
        return $"CASE WHEN isnan({sql}) THEN 0 WHEN {sql} >= CAST('{most}' AS DOUBLE) THEN {most} WHEN {sql} <= CAST('{least}' AS DOUBLE) THEN CAST('{least}' AS {DuckTypes.Of(to)}) ELSE CAST(trunc({sql}) AS {DuckTypes.Of(to)}) END";
    }

    private static string? FromDecimal(HiveValue value, TrinoType to, HiveContext context)
    {
        var text = Casts.DecimalText(value.Sql, value.Type);
        return to.Kind switch
        {
            Kind.Varchar or Kind.Char when context.IsFour && value.IsConstant && value.Sql.Contains("trino_hive_divide", StringComparison.Ordinal) => null,
            Kind.Varchar or Kind.Char => Cut(context.IsFour || value.Type.Scale == 0 ? text : $"rtrim(rtrim({text}, '0'), '.')", to),
            Kind.Double or Kind.Real => value.Type.Precision > 15 ? Sql.Cast($"CAST({value.Sql} AS VARCHAR)", to) : Sql.Cast(value.Sql, to),
            Kind.Decimal => $"TRY_CAST({value.Sql} AS {DuckTypes.Of(to)})",
            Kind.Boolean => $"({value.Sql} <> 0)",
            Kind.Date or Kind.Timestamp => HiveTimeCasts.FromNumber(value, to, context),
            _ when to.IsInteger => context.IsFour ? WrappedDecimal(value.Sql, to) : $"TRY_CAST(trunc({value.Sql}) AS {DuckTypes.Of(to)})",
            _ => null,
        };
    }

    /// <summary>The low bits, of more than 64.</summary>
    private static string WrappedDecimal(string sql, TrinoType to)
    {
        var half = 1L << (HiveTypes.Bits(to) - 1);
        var mask = to.Kind == Kind.BigInt ? "CAST('18446744073709551615' AS HUGEINT)" : $"CAST({(half * 2) - 1} AS HUGEINT)";
        var shift = to.Kind == Kind.BigInt ? "CAST('9223372036854775808' AS HUGEINT)" : $"CAST({half} AS HUGEINT)";
        return $"CAST(((CAST(trunc({sql}) AS HUGEINT) + {shift}) & {mask}) - {shift} AS {DuckTypes.Of(to)})";
    }

    private static string? Nested(HiveValue value, TrinoType to) => to.Kind is Kind.Array or Kind.Map or Kind.Row ? null
        : throw HiveError.Semantic(null, to.Kind is Kind.Varchar or Kind.Char
            ? "Wrong arguments: The function STRING takes only primitive types"
            : $"Wrong arguments: No matching method for a cast to {HiveTypes.Name(to)} with ({HiveTypes.Name(value.Type)})");
}
