using System.Globalization;

namespace Cdp.Trino.Types;

/// <summary>
/// How values of a type lie in DuckDB. What has no equal there lies in something plainer, and the type says what it
/// means: intervals are numbers (milliseconds, months), json is its text, char is varchar without its blanks, a time
/// with zone is the instant in UTC beside the zone's name, rows have fields f0, f1, ….
/// </summary>
internal static class DuckTypes
{
    public static string Of(TrinoType type) => type.Kind switch
    {
        Kind.Unknown => "INTEGER",
        Kind.Boolean => "BOOLEAN",
        Kind.TinyInt => "TINYINT",
        Kind.SmallInt => "SMALLINT",
        Kind.Integer => "INTEGER",
        Kind.BigInt or Kind.IntervalDay => "BIGINT",
        Kind.IntervalYear => "INTEGER",
        Kind.Real => "FLOAT",
        Kind.Double => "DOUBLE",
        Kind.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({type.Precision},{type.Scale})"),
        Kind.Varchar or Kind.Char or Kind.Json or Kind.Uuid or Kind.IpAddress => "VARCHAR",
        Kind.Varbinary => "BLOB",
        Kind.Date => "DATE",
        Kind.Time => "TIME",
        Kind.Timestamp => "TIMESTAMP",
        Kind.TimestampTz => "STRUCT(u TIMESTAMP, z VARCHAR)",
        Kind.Array => Of(type.Element) + "[]",
        Kind.Map => $"MAP({Of(type.Items[0])}, {Of(type.Items[1])})",
        Kind.Row => $"STRUCT({string.Join(", ", type.Items.Select((item, i) => $"f{i} {Of(item)}"))})",
        _ => throw new TrinoException(
            TrinoException.NotSupportedLocally,
            $"Values of type {type.Name} are not supported locally"),
    };
}
