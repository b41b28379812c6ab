namespace Cdp.Trino.Types;

/// <summary>What Trino converts without being asked (its TypeCoercion).</summary>
internal static class Coercion
{
    public static bool Can(TrinoType from, TrinoType to) => from.Equals(to) || (Common(from, to) is { } common && common.Equals(to));

    /// <summary>The least type that both become, or null.</summary>
    public static TrinoType? Common(TrinoType one, TrinoType other)
    {
        if (one.Equals(other))
        {
            return one;
        }

        if (one.Kind == Kind.Unknown)
        {
            return other;
        }

        if (other.Kind == Kind.Unknown)
        {
            return one;
        }

        return one.Kind == other.Kind ? SameKind(one, other) : Widen(one, other) ?? Widen(other, one);
    }

    /// <summary>An integer type as a decimal that holds all its values.</summary>
    public static TrinoType? AsDecimal(TrinoType type) => type.Kind switch
    {
        Kind.TinyInt => TrinoType.Decimal(3, 0),
        Kind.SmallInt => TrinoType.Decimal(5, 0),
        Kind.Integer => TrinoType.Decimal(10, 0),
        Kind.BigInt => TrinoType.Decimal(19, 0),
        Kind.Decimal => type,
        _ => null,
    };

    private static TrinoType? SameKind(TrinoType one, TrinoType other)
    {
        switch (one.Kind)
        {
            case Kind.Decimal:
                var scale = Math.Max(one.Scale, other.Scale);
                var digits = Math.Max(one.Precision - one.Scale, other.Precision - other.Scale) + scale;
                return TrinoType.Decimal(Math.Min(38, digits), scale);
            case Kind.Varchar:
                return TrinoType.VarcharOf(Math.Max(one.Precision, other.Precision));
            case Kind.Char:
                return TrinoType.Char(Math.Max(one.Precision, other.Precision));
            case Kind.Time or Kind.TimeTz or Kind.Timestamp or Kind.TimestampTz:
                return one.Precision >= other.Precision ? one : other;
            case Kind.Array:
                return Common(one.Element, other.Element) is { } element ? TrinoType.Array(element) : null;
            case Kind.Map:
                return Common(one.Items[0], other.Items[0]) is { } key && Common(one.Items[1], other.Items[1]) is { } value
                    ? TrinoType.Map(key, value)
                    : null;
            case Kind.Row when one.Items.Length == other.Items.Length:
                var items = one.Items.Select((item, i) => Common(item, other.Items[i])).ToList();
                return items.Contains(null)
                    ? null
                    : TrinoType.Row(
                        [.. items.Select(i => i!)],
                        [.. one.Fields.Select((f, i) => f == other.Fields[i] ? f : null)]);
            default:
                return null;
        }
    }

    private static TrinoType? Widen(TrinoType from, TrinoType to) => (from.Kind, to.Kind) switch
    {
        (Kind.TinyInt, Kind.SmallInt or Kind.Integer or Kind.BigInt) => to,
        (Kind.SmallInt, Kind.Integer or Kind.BigInt) => to,
        (Kind.Integer, Kind.BigInt) => to,
        (Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt, Kind.Decimal) => SameKind(AsDecimal(from)!, to),
        (Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt or Kind.Decimal, Kind.Real or Kind.Double) => to,
        (Kind.Real, Kind.Double) => to,
        (Kind.Date, Kind.Timestamp or Kind.TimestampTz) => to,
        (Kind.Time, Kind.TimeTz) => TrinoType.TimeTz(Math.Max(from.Precision, to.Precision)),
        (Kind.Timestamp, Kind.TimestampTz) => TrinoType.TimestampTz(Math.Max(from.Precision, to.Precision)),
        (Kind.Varchar, Kind.Char) => TrinoType.Char(Math.Max(Math.Min(from.Precision, 65536), to.Precision)),
        _ => null,
    };
}
