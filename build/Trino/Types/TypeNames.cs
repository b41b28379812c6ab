using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Types;

/// <summary>From a type as written to the type; null where Trino knows no such type.</summary>
internal static class TypeNames
{
    public static TrinoType? Resolve(DataType type)
    {
        var numbers = type.Numbers;
        switch (type.Name)
        {
            case "row":
                return Row(type);
            case "array" when type.Arguments.Length == 1:
                return Resolve(type.Arguments[0]) is { } element ? TrinoType.Array(element) : null;
            case "map" when type.Arguments.Length == 2:
                return Resolve(type.Arguments[0]) is { } key && Resolve(type.Arguments[1]) is { } value
                    ? TrinoType.Map(key, value)
                    : null;
        }

        if (type.Arguments.Length > 0)
        {
            return null;
        }

        return (type.Name, numbers.Length) switch
        {
            ("boolean", 0) => TrinoType.Boolean,
            ("tinyint", 0) => TrinoType.TinyInt,
            ("smallint", 0) => TrinoType.SmallInt,
            ("integer" or "int", 0) => TrinoType.Integer,
            ("bigint", 0) => TrinoType.BigInt,
            ("real", 0) => TrinoType.Real,
            ("double", 0) => TrinoType.Double,
            ("decimal", 0) => TrinoType.Decimal(38, 0),
            ("decimal", 1) => Decimal(type, numbers[0], 0),
            ("decimal", 2) => Decimal(type, numbers[0], numbers[1]),
            ("varchar", 0) => TrinoType.Varchar,
            ("varchar", 1) => numbers[0] == int.MaxValue ? Bad(type, "Invalid VARCHAR length") : TrinoType.VarcharOf(numbers[0]),
            ("char", 0) => TrinoType.Char(1),
            ("char", 1) => numbers[0] > 65536
                ? Bad(type, $"CHAR length must be in range [0, 65536], got {numbers[0]}")
                : TrinoType.Char(numbers[0]),
            ("varbinary", 0) => TrinoType.Varbinary,
            ("date", 0) => TrinoType.Date,
            ("json", 0) => TrinoType.Json,
            ("uuid", 0) => TrinoType.Uuid,
            ("ipaddress", 0) => TrinoType.IpAddress,
            ("unknown", 0) => TrinoType.Unknown,
            ("hyperloglog", 0) => TrinoType.HyperLogLog,
            ("interval day to second", 0) => TrinoType.IntervalDay,
            ("interval year to month", 0) => TrinoType.IntervalYear,
            ("time" or "timestamp" or "time with time zone" or "timestamp with time zone", <= 1) => Time(type),
            _ => null,
        };
    }

    /// <summary>A type by the name that <see cref="TrinoType.Name"/> gave it.</summary>
    public static TrinoType Parse(string name) => name switch
    {
        "varchar" => TrinoType.Varchar,
        "bigint" => TrinoType.BigInt,
        "double" => TrinoType.Double,
        _ => Resolve(Parser.ParseType(name))
            ?? throw new TrinoException("TYPE_NOT_FOUND", $"Unknown type: {name}"),
    };

    private static TrinoType? Row(DataType type)
    {
        var items = ImmutableArray.CreateBuilder<TrinoType>();
        foreach (var (_, field) in type.Fields)
        {
            if (Resolve(field) is not { } resolved)
            {
                return null;
            }

            items.Add(resolved);
        }

        return TrinoType.Row(
            items.ToImmutable(),
            [.. type.Fields.Select(f => f.Name is { } name ? (name.Quoted ? name.Text : name.Lower) : null)]);
    }

    private static TrinoType Decimal(DataType type, int precision, int scale) =>
        precision is < 1 or > 38 ? Bad(type, $"DECIMAL precision must be in range [1, 38]: {precision}")
        : scale > precision ? Bad(type, $"DECIMAL scale must be in range [0, precision ({precision})]: {scale}")
        : TrinoType.Decimal(precision, scale);

    private static TrinoType Time(DataType type)
    {
        var precision = type.Numbers.Length == 0 ? 3 : type.Numbers[0];
        if (precision > 12)
        {
            return Bad(type, $"{type.Name.ToUpperInvariant()} precision must be in range [0, 12]: {precision}");
        }

        return type.Name switch
        {
            "time" => TrinoType.Time(precision),
            "timestamp" => TrinoType.Timestamp(precision),
            "time with time zone" => TrinoType.TimeTz(precision),
            _ => TrinoType.TimestampTz(precision),
        };
    }

    private static TrinoType Bad(DataType type, string message) =>
        throw new TrinoException("INVALID_FUNCTION_ARGUMENT", message, type.At.Line, type.At.Column);
}
