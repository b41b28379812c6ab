using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private Typed Arrayed(ArrayConstructor e)
    {
        var items = e.Items.Select(Analyze).ToList();
        var element = Unified(items, e.Items, "All ARRAY elements");
        return new Typed(
            TrinoType.Array(element),
            $"CAST([{string.Join(", ", items.Select(i => Casts.Implicit(i, element).Sql))}] AS {DuckTypes.Of(TrinoType.Array(element))})");
    }

    /// <summary>The type that all have in common.</summary>
    private static TrinoType Unified(List<Typed> items, ImmutableArray<Expression> sources, string what)
    {
        var type = TrinoType.Unknown;
        for (var i = 0; i < items.Count; i++)
        {
            type = Coercion.Common(type, items[i].Type) ?? throw Error(
                "TYPE_MISMATCH", sources[i].At, $"{what} must be the same type or coercible to a common type. Cannot find common type between {type.Name} and {items[i].Type.Name}, all types (without duplicates): [{string.Join(", ", items.Select(t => t.Type.Name).Distinct())}]");
        }

        return type;
    }

    private Typed Converted(Cast e)
    {
        var type = TypeNames.Resolve(e.Type) ?? throw Error("TYPE_MISMATCH", e.At, $"Unknown type: {e.Type.Name}");
        if (type.Kind == Kind.Unknown)
        {
            throw Error("TYPE_MISMATCH", e.At, "UNKNOWN is not a valid type");
        }

        var value = Analyze(e.Value);
        var isTry = e.Try && !value.HasQuery;
        return new Typed(type, Casts.Explicit(value, type, e.At, queries.Context, isTry)) { HasQuery = value.HasQuery };
    }

    private Typed Cased(Case e)
    {
        var results = e.Whens.Select(w => w.Then).Append(e.Else ?? new NullLiteral(e.At)).ToImmutableArray();
        var values = results.Select(Analyze).ToList();
        var type = Unified(values, results, "All CASE results");
        var operand = e.Operand is null ? null : Analyze(e.Operand);
        var sql = new System.Text.StringBuilder("CASE");
        var query = values.Any(v => v.HasQuery) || operand?.HasQuery == true;
        for (var i = 0; i < e.Whens.Length; i++)
        {
            string condition;
            if (operand is null)
            {
                condition = Condition(e.Whens[i].When, "CASE WHEN clause");
            }
            else
            {
                var when = Analyze(e.Whens[i].When);
                condition = Coercion.Common(operand.Type, when.Type) is null
                    ? throw Error("TYPE_MISMATCH", e.Whens[i].When.At, $"CASE operand type does not match WHEN clause operand type: {operand.Type.Name} vs {when.Type.Name}")
                    : Comparisons.Compare("=", operand, when, e.Whens[i].When.At).Sql;
            }

            sql.Append(" WHEN ").Append(condition).Append(" THEN ").Append(Casts.Implicit(values[i], type).Sql);
        }

        sql.Append(" ELSE ").Append(Casts.Implicit(values[^1], type).Sql).Append(" END");
        return new Typed(type, $"({sql})") { HasQuery = query };
    }
}
