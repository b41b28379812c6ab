using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Hive's names of types, over the types of this room: string is varchar without a length, float is real.</summary>
internal static class HiveTypes
{
    private const int MostDigits = 38;
    private const int LeastScale = 6;

    public static TrinoType Timestamp { get; } = TrinoType.Timestamp(6);

    public static string Name(TrinoType type) => type.Kind switch
    {
        Kind.Unknown => "void",
        Kind.Integer => "int",
        Kind.Real => "float",
        Kind.Varchar when type.Precision == TrinoType.Unbounded => "string",
        Kind.Varbinary => "binary",
        Kind.Timestamp => "timestamp",
        Kind.IntervalDay => "interval_day_time",
        Kind.IntervalYear => "interval_year_month",
        Kind.Array => $"array<{Name(type.Element)}>",
        Kind.Map => $"map<{Name(type.Items[0])},{Name(type.Items[1])}>",
        Kind.Row => $"struct<{string.Join(",", type.Items.Select((t, i) => $"{type.Fields[i]}:{Name(t)}"))}>",
        _ => type.Name,
    };

    /// <summary>The same in capitals, as messages say it, without parameters.</summary>
    public static string Capitals(TrinoType type) => Name(type).Split('(')[0].ToUpperInvariant();

    /// <summary>Bits of a whole number.</summary>
    public static int Bits(TrinoType type) => type.Kind switch
    {
        Kind.TinyInt => 8,
        Kind.SmallInt => 16,
        Kind.Integer => 32,
        _ => 64,
    };

    /// <summary>The decimal that holds every value of a whole number or decimal.</summary>
    public static TrinoType AsDecimal(TrinoType type) => type.Kind switch
    {
        Kind.TinyInt => TrinoType.Decimal(3, 0),
        Kind.SmallInt => TrinoType.Decimal(5, 0),
        Kind.Integer => TrinoType.Decimal(10, 0),
        Kind.BigInt => TrinoType.Decimal(19, 0),
        _ => type,
    };

    /// <summary>Too many digits: the fraction gives way, but for six.</summary>
    public static TrinoType Fit(int precision, int scale)
    {
        if (precision <= MostDigits)
        {
            return TrinoType.Decimal(precision, scale);
        }

        var whole = precision - scale;
        return TrinoType.Decimal(MostDigits, Math.Max(MostDigits - whole, Math.Min(scale, LeastScale)));
    }

    /// <summary>The type in which IF, CASE, COALESCE, an array or a column of VALUES holds both, or null where that is not certain.</summary>
    public static TrinoType? Common(TrinoType a, TrinoType b)
    {
        if (a.Equals(b) || b.Kind == Kind.Unknown)
        {
            return a;
        }

        if (a.Kind == Kind.Unknown)
        {
            return b;
        }

        if (a.IsNumeric && b.IsNumeric)
        {
            return Numeric(a, b);
        }

        var (text, other) = IsString(a) ? (a, b) : (b, a);
        if (IsString(text))
        {
            return other.IsNumeric || other.IsText || other.Kind is Kind.Date or Kind.Timestamp ? TrinoType.Varchar : null;
        }

        return a.Kind is Kind.Date or Kind.Timestamp && b.Kind is Kind.Date or Kind.Timestamp ? Timestamp : null;
    }

    /// <summary>Bigger of two numbers: whole numbers, decimal, float, double.</summary>
    public static TrinoType Numeric(TrinoType a, TrinoType b)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return Bits(a) >= Bits(b) ? a : b;
        }

        if (a.Kind == Kind.Double || b.Kind == Kind.Double)
        {
            return TrinoType.Double;
        }

        if (a.Kind == Kind.Real || b.Kind == Kind.Real)
        {
            return TrinoType.Real;
        }

        var (x, y) = (AsDecimal(a), AsDecimal(b));
        var scale = Math.Max(x.Scale, y.Scale);
        return Fit(Math.Max(x.Precision - x.Scale, y.Precision - y.Scale) + scale, scale);
    }

    public static TrinoType? Common(IEnumerable<HiveValue> values) =>
        values.Aggregate((TrinoType?)TrinoType.Unknown, (type, value) => type is null ? null : Common(type, value.Type));

    public static bool IsString(TrinoType type) => type.Kind == Kind.Varchar && type.Precision == TrinoType.Unbounded;
}
