using System.Globalization;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Hive's names of types, over the types of this room: string is varchar without a length, float is real.</summary>
internal static class HiveTypes
{
    public static string Name(TrinoType type) => type.Kind switch
    {
        Kind.Unknown => "void",
        Kind.Integer => "int",
        Kind.Real => "float",
        Kind.Varchar => "string",
        Kind.Varbinary => "binary",
        Kind.Timestamp => "timestamp",
        Kind.Array => $"array<{Name(type.Element)}>",
        _ => type.Name,
    };

    public static TrinoType Parse(string name) => name switch
    {
        "tinyint" => TrinoType.TinyInt,
        "smallint" => TrinoType.SmallInt,
        "int" or "integer" => TrinoType.Integer,
        "bigint" => TrinoType.BigInt,
        "double" => TrinoType.Double,
        "boolean" => TrinoType.Boolean,
        "string" => TrinoType.Varchar,
        "date" or "date literal" => TrinoType.Date,
        _ => throw HiveError.Refused($"The type {name}"),
    };

    public static int Digits(TrinoType type) => type.Kind switch
    {
        Kind.TinyInt => 3,
        Kind.SmallInt => 5,
        Kind.Integer => 10,
        _ => 19,
    };

    /// <summary>The type in which two values meet, or null where that is not certain.</summary>
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

        if (a.IsInteger && b.IsInteger)
        {
            return Digits(a) > Digits(b) ? a : b;
        }

        return a.IsNumeric && b.IsNumeric && (a.Kind == Kind.Double || b.Kind == Kind.Double) ? TrinoType.Double : null;
    }

    public static string Cast(Typed value, TrinoType to) => value.Type.Equals(to) ? value.Sql : Sql.Cast(value.Sql, to);

    public static Typed Convert(Typed value, TrinoType to)
    {
        var from = value.Type;
        if (from.Equals(to))
        {
            return value with { Constant = null };
        }

        var sql = (from.Kind, to.Kind) switch
        {
            (Kind.Unknown, _) => Sql.Cast("NULL", to),
            (Kind.Varchar, Kind.Double) => $"CAST(trino_hive_number({value.Sql}) AS DOUBLE)",
            (Kind.Varchar, Kind.BigInt) => $"trino_hive_integer({value.Sql}, 64)",
            (Kind.Varchar, Kind.Integer) => $"CAST(trino_hive_integer({value.Sql}, 32) AS INTEGER)",
            (Kind.Varchar, Kind.Boolean) => $"(trino_hive_boolean({value.Sql}) = 'true')",
            (Kind.Varchar, Kind.Date) => $"CAST(trino_hive_date({value.Sql}) AS DATE)",
            (_, Kind.Varchar) when from.IsInteger || from.Kind == Kind.Date => $"CAST({value.Sql} AS VARCHAR)",
            (Kind.Double, Kind.Varchar) => $"trino_hive_double_text({value.Sql})",
            (Kind.Boolean, Kind.Varchar) => $"CASE WHEN {value.Sql} THEN 'TRUE' WHEN NOT {value.Sql} THEN 'FALSE' END",
            (Kind.Boolean, _) when to.IsInteger => Sql.Cast(value.Sql, to),
            (_, Kind.Boolean) when from.IsInteger || from.Kind == Kind.Double => $"({value.Sql} <> 0)",
            (_, _) when from.IsInteger && (to.IsInteger || to.Kind == Kind.Double) => Sql.Cast(value.Sql, to),
            (Kind.Double, _) when to.IsInteger => $"CAST(trunc({value.Sql}) AS {DuckTypes.Of(to)})",
            (Kind.Decimal, Kind.Double) => Sql.Cast(value.Sql, to),
            (Kind.Decimal, _) when to.IsInteger => $"CAST(trunc({value.Sql}) AS {DuckTypes.Of(to)})",
            _ => throw HiveError.Refused($"A cast of {Name(from)} to {Name(to)}"),
        };
        return new Typed(to, $"({sql})");
    }

    public static Typed Number(string text)
    {
        if (text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var type = number <= int.MaxValue ? TrinoType.Integer : TrinoType.BigInt;
            return new Typed(type, Sql.Cast(number.ToString(CultureInfo.InvariantCulture), type)) { Constant = text };
        }

        if (text.Length > 1 && text[^1] is 'L' && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return new Typed(TrinoType.BigInt, Sql.Cast(number.ToString(CultureInfo.InvariantCulture), TrinoType.BigInt));
        }

        if (text.All(c => char.IsAsciiDigit(c) || c == '.') && text.Count(c => c == '.') == 1 && char.IsAsciiDigit(text[0]))
        {
            var cut = text.TrimStart('0').TrimEnd('0');
            var scale = cut.Length - cut.IndexOf('.', StringComparison.Ordinal) - 1;
            var whole = cut.Length - 1 - scale;
            if (scale > 0 && whole + scale <= 38)
            {
                return new Typed(TrinoType.Decimal(whole + scale, scale), string.Create(CultureInfo.InvariantCulture, $"CAST('{cut}' AS DECIMAL({whole + scale},{scale}))"));
            }
        }

        return text.Contains('e', StringComparison.OrdinalIgnoreCase) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? new Typed(TrinoType.Double, $"CAST('{real.ToString("R", CultureInfo.InvariantCulture)}' AS DOUBLE)")
            : throw HiveError.Refused($"The number {text}");
    }
}
