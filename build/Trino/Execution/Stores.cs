using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Execution;

/// <summary>How values get into tables: what INSERT converts by itself, and the few types that TD's tables have.</summary>
internal static class Stores
{
    /// <summary>The SQL of a value for a column of the type; null where Trino's INSERT refuses the pair.</summary>
    public static string? Convert(Typed value, TrinoType column)
    {
        if (value.Type.Equals(column) || value.IsNull)
        {
            return value.IsNull ? Sql.Cast("NULL", column) : value.Sql;
        }

        if (!Assignable(value.Type, column))
        {
            return null;
        }

        if (column.Kind is Kind.Varchar or Kind.Char && value.Type.IsText && column.Precision < value.Type.Precision)
        {
            var limit = Casts.Text(column.Precision);
            var message = $"Cannot truncate non-space characters when casting from {value.Type.Name} to {column.Name} on INSERT";
            return Sql.Let(value.Sql, v => $"CASE WHEN length(rtrim({v}, ' ')) > {limit} THEN {Sql.FailWith("INVALID_CAST_ARGUMENT", message, column)} ELSE left({v}, {limit}) END");
        }

        return Casts.Convert(value, column, default);
    }

    private static bool Assignable(TrinoType from, TrinoType to) =>
        Coercion.Can(from, to)
        || (from.IsNumeric && to.IsNumeric)
        || (from.IsText && to.IsText)
        || (from.Kind == to.Kind && from.Kind is Kind.Timestamp or Kind.TimestampTz or Kind.Time)
        || (from.Kind is Kind.Timestamp or Kind.TimestampTz && to.Kind is Kind.Timestamp or Kind.TimestampTz or Kind.Date)
        || (from.Kind == Kind.Array && to.Kind == Kind.Array && Assignable(from.Element, to.Element))
        || (from.Kind == Kind.Map && to.Kind == Kind.Map && Assignable(from.Items[0], to.Items[0]) && Assignable(from.Items[1], to.Items[1]))
        || (from.Kind == Kind.Row && to.Kind == Kind.Row && from.Items.Length == to.Items.Length && from.Items.Zip(to.Items).All(p => Assignable(p.First, p.Second)));

    /// <summary>The column type that a TD table gets for values of a type (spec td_functions B5).</summary>
    public static TrinoType TdType(TrinoType type) => type.Kind switch
    {
        Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt => TrinoType.BigInt,
        Kind.Real or Kind.Double or Kind.Decimal => TrinoType.Double,
        Kind.Array when type.Element.Kind is not (Kind.Map or Kind.Row or Kind.Json) => TrinoType.Array(TdType(type.Element)),
        _ => TrinoType.Varchar,
    };

    /// <summary>A value for a TD column; where the pair makes no sense or a text does not convert, NULL.</summary>
    public static string ForTd(Typed value, TrinoType column)
    {
        if (value.IsNull)
        {
            return Sql.Cast("NULL", column);
        }

        var type = value.Type;
        if (type.Equals(column))
        {
            return value.Sql;
        }

        if (column.Kind == Kind.Varchar && type.Kind is Kind.Map or Kind.Row or Kind.Json or Kind.Array)
        {
            return JsonCasts.ToJson(value.Sql, type) ?? Sql.Cast("NULL", column);
        }

        if (type.Kind == Kind.Varbinary && column.Kind == Kind.Varchar)
        {
            return $"base64({value.Sql})";
        }

        var sql = Allowed.Contains(type, column) ? Casts.Convert(value, column, default) : null;
        return sql is null ? Sql.Cast("NULL", column)
            : type.IsText && !column.IsText && !value.HasQuery ? $"TRY({sql})" : sql;
    }
}
