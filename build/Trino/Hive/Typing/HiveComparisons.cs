using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>
/// Comparisons. A text meets a number as double, a date as date. What Hive's strict checks may refuse (text with bigint or
/// decimal, a timestamp with a number) is refused: the platform's setting is not known.
/// </summary>
internal static class HiveComparisons
{
    public static HiveValue Compare(HiveNode node, string sign, HiveValue a, HiveValue b, HiveContext context)
    {
        var operation = sign == "<=>" ? "IS NOT DISTINCT FROM" : sign;
        if (a.IsNull || b.IsNull)
        {
            return sign == "<=>" ? HiveValue.Boolean($"{a.Sql} IS NOT DISTINCT FROM {b.Sql}") : HiveValue.Boolean("CAST(NULL AS BOOLEAN)");
        }

        if (a.IsNested || b.IsNested)
        {
            return Nested(node, operation, a, b, context);
        }

        var type = CommonType(a, b) ?? throw HiveError.Refused(
            $"A comparison of {HiveTypes.Name(a.Type)} with {HiveTypes.Name(b.Type)} (cast one of them)", node);
        return HiveValue.Boolean($"{HiveCasts.To(a, type, context).Sql} {operation} {HiveCasts.To(b, type, context).Sql}");
    }

    private static TrinoType? CommonType(HiveValue a, HiveValue b)
    {
        if (a.Type.Equals(b.Type))
        {
            return a.Type;
        }

        if (a.IsText && b.IsText)
        {
            return TrinoType.Varchar;
        }

        if (a.Type.IsNumeric && b.Type.IsNumeric)
        {
            return a.Type.Kind == Kind.Real || b.Type.Kind == Kind.Real ? null : HiveTypes.Numeric(a.Type, b.Type);
        }

        if (a.IsTemporal && b.IsTemporal)
        {
            return HiveTypes.Timestamp;
        }

        var (text, other) = a.IsText ? (a, b) : (b, a);
        if (text.IsText)
        {
            return other.Type.Kind switch
            {
                Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.Double or Kind.Boolean => TrinoType.Double,
                Kind.Date or Kind.Timestamp => other.Type,
                _ => null,
            };
        }

        var (truth, number) = a.Type.Kind == Kind.Boolean ? (a, b) : (b, a);
        return truth.Type.Kind == Kind.Boolean && number.Type.IsInteger ? number.Type : null;
    }

    private static HiveValue Nested(HiveNode node, string operation, HiveValue a, HiveValue b, HiveContext context)
    {
        if (!a.Type.Equals(b.Type) && a.Type.Kind == b.Type.Kind && a.Type.Kind == Kind.Row)
        {
            throw HiveError.Semantic(HiveError.WrongArguments, $"Wrong arguments: Type mismatch in EQUAL({HiveTypes.Name(a.Type)},{HiveTypes.Name(b.Type)})", node);
        }

        if (!context.IsFour && operation is "=" or "<>")
        {
            var name = a.Type.Kind switch { Kind.Array => "list", Kind.Map => "map", _ => "struct" };
            throw HiveError.Semantic(HiveError.WrongType, $"Argument type mismatch: The 1st argument of EQUAL is expected to a primitive type, but {name} is found", node.Items[0]);
        }

        return a.Type.Equals(b.Type) && operation is "=" or "<>" && a.IsConstant && b.IsConstant
            ? HiveValue.Boolean($"{a.Sql} {operation} {b.Sql}")
            : throw HiveError.Refused($"A comparison of {HiveTypes.Name(a.Type)} with {HiveTypes.Name(b.Type)}", node);
    }

    /// <summary>Hive 4 compares number and text as double here too; Hive 2 compares them as text.</summary>
    public static HiveValue In(HiveNode node, ImmutableArray<HiveValue> items, HiveContext context)
    {
        var known = items.Where(i => !i.IsNull).ToList();
        if (items[0].IsNull || known.Count == 0)
        {
            return HiveValue.Boolean("CAST(NULL AS BOOLEAN)");
        }

        if (known.Exists(i => i.IsNested))
        {
            throw HiveError.Refused("IN of arrays, maps and structs", node);
        }

        var types = known.Select(i => i.Type).Distinct().ToList();
        var type = types.Count == 1 ? types[0] : Mixed(known, context)
            ?? throw HiveError.Refused($"IN of {string.Join(", ", types.Select(HiveTypes.Name))} (cast them)", node);
        string Converted(HiveValue value) => HiveCasts.To(value, type, context).Sql;
        return HiveValue.Boolean($"{Converted(items[0])} IN ({string.Join(", ", items.Skip(1).Select(Converted))})");
    }

    private static TrinoType? Mixed(List<HiveValue> values, HiveContext context)
    {
        if (values.TrueForAll(v => v.IsText))
        {
            return TrinoType.Varchar;
        }

        if (values.TrueForAll(v => v.Type.IsNumeric))
        {
            return values.Exists(v => v.Type.Kind == Kind.Real) ? null : values.Select(v => v.Type).Aggregate(HiveTypes.Numeric);
        }

        if (values.TrueForAll(v => v.IsText || v.Type.Kind is Kind.TinyInt or Kind.SmallInt or Kind.Integer))
        {
            return context.IsFour || values.TrueForAll(v => v.IsConstant) ? TrinoType.Double : TrinoType.Varchar;
        }

        return values.TrueForAll(v => v.IsText || v.Type.Kind == Kind.Date) && values[0].Type.Kind == Kind.Date ? TrinoType.Date : null;
    }
}
