using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>Comparisons of values that have a type in common; NaN equals nothing and is above nothing.</summary>
internal static class Comparisons
{
    public static Typed Compare(string symbol, Typed left, Typed right, SqlPosition at)
    {
        if (Coercion.Common(left.Type, right.Type) is not { } common
            || !(symbol is "=" or "<>" ? common.IsComparable : common.IsOrderable))
        {
            throw Operators.CannotApply(symbol, left.Type, right.Type, at);
        }

        if (common.Kind is Kind.Unknown)
        {
            return new Typed(TrinoType.Boolean, "CAST(NULL AS BOOLEAN)");
        }

        var (l, r) = (Casts.Implicit(left, common), Casts.Implicit(right, common));
        return new Typed(TrinoType.Boolean, $"({Plain(symbol, l, r, common, at)})") { HasQuery = left.HasQuery || right.HasQuery };
    }

    public static string Distinct(Typed left, Typed right, SqlPosition at)
    {
        if (Coercion.Common(left.Type, right.Type) is not { IsComparable: true } common)
        {
            throw Operators.CannotApply("IS DISTINCT FROM", left.Type, right.Type, at);
        }

        var (l, r) = (Casts.Implicit(left, common).Sql, Casts.Implicit(right, common).Sql);
        return common.Kind == Kind.TimestampTz ? $"({l}.u IS DISTINCT FROM {r}.u)" : $"({l} IS DISTINCT FROM {r})";
    }

    private static string Plain(string symbol, Typed left, Typed right, TrinoType type, SqlPosition at)
    {
        var (l, r) = (left.Sql, right.Sql);
        switch (type.Kind)
        {
            case Kind.TimestampTz:
                return $"{l}.u {symbol} {r}.u";
            case Kind.Real or Kind.Double:
                return Floating(symbol, left, right);
            case Kind.Array or Kind.Row or Kind.Map when symbol is "=" or "<>":
                var equal = StructuralEquality(l, r, type, at, 0);
                return symbol == "=" ? equal : $"NOT ({equal})";
            case Kind.Array or Kind.Row:
                // the engine orders NULL elements, Trino fails on them
                if (type.Kind == Kind.Row || type.Element.Kind is Kind.Array or Kind.Row or Kind.TimestampTz)
                {
                    throw new TrinoException(TrinoException.NotSupportedLocally, $"{symbol} between values of {type.Name} is not supported locally", at.Line, at.Column);
                }

                var fail = Sql.FailWith("NOT_SUPPORTED", "ARRAY comparison not supported for arrays with null elements", TrinoType.Boolean);
                return $"CASE WHEN list_count({l}) < len({l}) OR list_count({r}) < len({r}) THEN {fail} WHEN {l} IS NULL OR {r} IS NULL THEN NULL ELSE {l} {symbol} {r} END";
            case Kind.Boolean or Kind.Varbinary:
            default:
                return $"{l} {symbol} {r}";
        }
    }

    private static string Floating(string symbol, Typed left, Typed right)
    {
        var (l, r) = (left.Sql, right.Sql);
        var first = left.Constant is null ? $"isnan({l})" : null;
        var second = right.Constant is null ? $"isnan({r})" : null;
        return symbol switch
        {
            "=" => first is null || second is null ? $"{l} = {r}" : $"{l} = {r} AND NOT {first}",
            "<>" => first is null || second is null ? $"{l} <> {r}" : $"{l} <> {r} OR {first}",
            "<" or "<=" => second is null ? $"{l} {symbol} {r}" : $"{l} {symbol} {r} AND NOT {second}",
            _ => first is null ? $"{l} {symbol} {r}" : $"{l} {symbol} {r} AND NOT {first}",
        };
    }

    /// <summary>False as soon as one pair differs, else NULL when a pair has a NULL, else true.</summary>
    private static string StructuralEquality(string left, string right, TrinoType type, SqlPosition at, int depth)
    {
        switch (type.Kind)
        {
            case Kind.Row:
                return type.Items.IsEmpty
                    ? "true"
                    : "(" + string.Join(" AND ", type.Items.Select((item, i) =>
                        StructuralEquality($"{left}.f{i}", $"{right}.f{i}", item, at, depth + 1))) + ")";
            case Kind.Array:
                var i = $"i{depth}";
                var pairs = $"list_transform(range(1, len({left}) + 1), lambda {i}: {StructuralEquality($"{left}[{i}]", $"{right}[{i}]", type.Element, at, depth + 1)})";
                return $"CASE WHEN {left} IS NULL OR {right} IS NULL THEN NULL WHEN len({left}) <> len({right}) THEN false ELSE COALESCE(NOT list_contains({pairs}, false), true) AND CASE WHEN list_count({pairs}) < len({left}) THEN NULL ELSE true END END";
            case Kind.Map:
                var k = $"k{depth}";
                var values = $"list_transform(map_keys({left}), lambda {k}: CASE WHEN list_contains(map_keys({right}), {k}) THEN {StructuralEquality($"{left}[{k}]", $"{right}[{k}]", type.Items[1], at, depth + 1)} ELSE false END)";
                return $"CASE WHEN {left} IS NULL OR {right} IS NULL THEN NULL WHEN cardinality({left}) <> cardinality({right}) THEN false ELSE COALESCE(NOT list_contains({values}, false), true) AND CASE WHEN list_count({values}) < len({values}) THEN NULL ELSE true END END";
            default:
                return Plain("=", new Typed(type, left), new Typed(type, right), type, at);
        }
    }
}
