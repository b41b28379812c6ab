using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>Which casts exist in Trino; any other is a TYPE_MISMATCH.</summary>
internal static class Allowed
{
    public static bool Contains(TrinoType from, TrinoType to)
    {
        if (from.Kind == Kind.Unknown || from.Equals(to))
        {
            return true;
        }

        return (from.Kind, to.Kind) switch
        {
            (Kind.Array, Kind.Array) => Contains(from.Element, to.Element),
            (Kind.Map, Kind.Map) => Contains(from.Items[0], to.Items[0]) && Contains(from.Items[1], to.Items[1]),
            (Kind.Row, Kind.Row) => from.Items.Length == to.Items.Length
                && from.Items.Zip(to.Items).All(p => Contains(p.First, p.Second)),
            (_, Kind.Json) => ToJson(from),
            (Kind.Json, _) => FromJson(to),
            (Kind.Array or Kind.Map or Kind.Row, _) or (_, Kind.Array or Kind.Map or Kind.Row) => false,
            _ => Simple(from.Kind, to.Kind),
        };
    }

    private static bool ToJson(TrinoType from) => from.Kind switch
    {
        Kind.Json or Kind.Boolean or Kind.Varchar or Kind.Date or Kind.Timestamp or Kind.Decimal => true,
        Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt or Kind.Real or Kind.Double or Kind.Unknown => true,
        Kind.Array => ToJson(from.Element),
        Kind.Map => ToJson(from.Items[1]) && from.Items[0].Kind is Kind.Varchar or Kind.Unknown or Kind.Boolean or Kind.TinyInt
            or Kind.SmallInt or Kind.Integer or Kind.BigInt or Kind.Real or Kind.Double or Kind.Decimal,
        Kind.Row => from.Items.All(ToJson),
        _ => false,
    };

    private static bool FromJson(TrinoType to) => to.Kind switch
    {
        Kind.Json or Kind.Boolean or Kind.Varchar or Kind.Decimal => true,
        Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt or Kind.Real or Kind.Double => true,
        Kind.Array => FromJson(to.Element),
        Kind.Map => FromJson(to.Items[1]) && to.Items[0].Kind is Kind.Varchar or Kind.Boolean or Kind.TinyInt
            or Kind.SmallInt or Kind.Integer or Kind.BigInt or Kind.Real or Kind.Double or Kind.Decimal,
        Kind.Row => to.Items.All(FromJson),
        _ => false,
    };

    private static bool Simple(Kind from, Kind to)
    {
        bool Number(Kind kind) => kind is Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt or Kind.Real or Kind.Double or Kind.Decimal;
        bool Text(Kind kind) => kind is Kind.Varchar or Kind.Char;
        bool Temporal(Kind kind) => kind is Kind.Date or Kind.Time or Kind.TimeTz or Kind.Timestamp or Kind.TimestampTz;
        return (from, to) switch
        {
            _ when Number(from) || from == Kind.Boolean => Number(to) || to is Kind.Boolean or Kind.Varchar,
            (Kind.Varchar, _) => Number(to) || to == Kind.Boolean || Text(to) || Temporal(to) || to is Kind.Varbinary or Kind.Uuid or Kind.IpAddress,
            (Kind.Char, _) => Text(to),
            (Kind.Date, _) => to is Kind.Varchar || to is Kind.Timestamp or Kind.TimestampTz,
            (Kind.Time, _) => to is Kind.Varchar || to is Kind.Time or Kind.TimeTz or Kind.Timestamp or Kind.TimestampTz,
            (Kind.TimeTz, _) => to is Kind.Varchar || to is Kind.Time or Kind.TimeTz or Kind.Timestamp or Kind.TimestampTz,
            (Kind.Timestamp, _) => to is Kind.Varchar || Temporal(to),
            (Kind.TimestampTz, _) => to is Kind.Varchar || Temporal(to),
            (Kind.IntervalDay or Kind.IntervalYear, _) => Text(to) && to == Kind.Varchar,
            (Kind.Uuid, _) => to is Kind.Varchar or Kind.Varbinary,
            (Kind.IpAddress, _) => to is Kind.Varchar or Kind.Varbinary,
            (Kind.Varbinary, _) => to is Kind.Uuid or Kind.IpAddress or Kind.HyperLogLog,
            _ => false,
        };
    }
}
