using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private Typed Scalar(ScalarQuery e)
    {
        var plan = queries.Analyze(e.Query, this);
        return plan.Columns.Length == 1
            ? new Typed(plan.Columns[0].Type, $"({plan.Sql})") { HasQuery = true }
            : throw NotSupported(e.At, "A sub-query of several columns as a value");
    }

    private Typed Listed(InList e)
    {
        var value = Analyze(e.Value);
        var items = e.Items.Select(Analyze).ToList();
        var type = value.Type;
        for (var i = 0; i < items.Count; i++)
        {
            type = Coercion.Common(type, items[i].Type) is { IsComparable: true } common
                ? common
                : throw Error("TYPE_MISMATCH", e.Items[i].At, $"IN value and list items must be the same type or coercible to a common type. Cannot find common type between {value.Type.Name} and {items[i].Type.Name}, all types (without duplicates): [{string.Join(", ", items.Select(t => t.Type.Name).Distinct())}]");
        }

        string sql;
        if (type.Kind is Kind.Unknown)
        {
            sql = "CAST(NULL AS BOOLEAN)";
        }
        else if (type.IsFloating || type.Kind is Kind.TimestampTz or Kind.Array or Kind.Row or Kind.Map || items.Any(i => i.HasQuery))
        {
            var x = Casts.Implicit(value, type);
            sql = "(" + string.Join(" OR ", items.Select(i => Comparisons.Compare("=", x, Casts.Implicit(i, type), e.At).Sql)) + ")";
        }
        else
        {
            var list = string.Join(", ", items.Select(i => Casts.Implicit(i, type).Sql));
            sql = $"({Casts.Implicit(value, type).Sql} IN ({(IsJoined(e, type, items) ? $"SELECT unnest([{list}])" : list)}))";
        }

        return new Typed(TrinoType.Boolean, e.Negated ? $"(NOT {sql})" : sql) { HasQuery = value.HasQuery || items.Any(i => i.HasQuery) };
    }

    private Typed Queried(InQuery e)
    {
        if (e.Value is RowConstructor)
        {
            throw NotSupported(e.At, "IN of several columns");
        }

        var value = Analyze(e.Value);
        var (left, right) = Against(e.Query, value, "IN", e.At);
        return new Typed(TrinoType.Boolean, $"({left} {(e.Negated ? "NOT " : "")}IN ({right}))") { HasQuery = true };
    }

    private Typed Quantify(Quantified e)
    {
        var value = Analyze(e.Value);
        var (left, right) = Against(e.Query, value, e.Operator, e.At);
        return new Typed(TrinoType.Boolean, $"({left} {e.Operator} {e.Quantifier} ({right}))") { HasQuery = true };
    }

    private (string Left, string Right) Against(Query query, Typed value, string what, SqlPosition at)
    {
        var plan = queries.Analyze(query, this);
        if (plan.Columns.Length != 1)
        {
            throw Error("TYPE_MISMATCH", at, $"Multiple columns returned by subquery are not yet supported. Found {plan.Columns.Length}");
        }

        var type = plan.Columns[0].Type;
        if (Coercion.Common(value.Type, type) is not { IsComparable: true } common)
        {
            throw Error(value.Type.Kind == Kind.Row ? TrinoException.NotSupportedLocally : "TYPE_MISMATCH", at, $"value and result of subquery must be of the same type for {what} expression: {value.Type.Name} vs {type.Name}");
        }

        if (common.IsFloating || common.Kind is Kind.TimestampTz or Kind.Array or Kind.Row or Kind.Map)
        {
            if (common.Kind == Kind.TimestampTz)
            {
                return ($"{Casts.Implicit(value, common).Sql}.u", $"SELECT {Casts.Implicit(new Typed(type, "q.c0"), common).Sql}.u FROM ({plan.Sql}) AS q");
            }

            if (!common.IsFloating)
            {
                throw NotSupported(at, $"Comparing {common.Name} with a sub-query");
            }
        }

        var right = type.Equals(common) || type.Kind == common.Kind && common.IsText
            ? plan.Sql
            : $"SELECT {Casts.Implicit(new Typed(type, "q.c0"), common).Sql} AS c0 FROM ({plan.Sql}) AS q";
        return (Casts.Implicit(value, common).Sql, right);
    }

    private Typed Extracted(Extract e)
    {
        var function = e.Field switch
        {
            "YEAR" or "QUARTER" or "MONTH" or "WEEK" or "DAY" or "HOUR" or "MINUTE" or "SECOND" => e.Field.ToLowerInvariant(),
            "DAY_OF_MONTH" => "day",
            "DAY_OF_WEEK" or "DOW" => "day_of_week",
            "DAY_OF_YEAR" or "DOY" => "day_of_year",
            "YEAR_OF_WEEK" or "YOW" => "year_of_week",
            "TIMEZONE_HOUR" => "timezone_hour",
            "TIMEZONE_MINUTE" => "timezone_minute",
            _ => throw Error("SYNTAX_ERROR", e.At, $"Invalid EXTRACT field: {e.Field}"),
        };
        var type = Analyze(e.Value).Type;
        if (type.IsText || type.IsNumeric || type.Kind == Kind.Boolean
            || (type.Kind == Kind.Date && e.Field is "HOUR" or "MINUTE" or "SECOND" or "TIMEZONE_HOUR" or "TIMEZONE_MINUTE" && type.Kind == Kind.Date))
        {
            throw Error("TYPE_MISMATCH", e.Value.At, $"Cannot extract {e.Field} from {type.Name}");
        }

        return Called(new FunctionCall(e.At, function, [e.Value]));
    }

    private Typed Zoned(AtTimeZone e)
    {
        if (Analyze(e.Value) is { Type.Kind: not (Kind.Timestamp or Kind.TimestampTz or Kind.Time or Kind.TimeTz or Kind.Unknown) } other)
        {
            throw Error("TYPE_MISMATCH", e.Value.At, $"Type of value must be a time or timestamp with or without time zone (actual {other.Type.Name})");
        }

        return Analyze(e.Zone).Type.Kind == Kind.IntervalDay
            ? throw NotSupported(e.Zone.At, "A time zone given as an interval")
            : Called(new FunctionCall(e.At, "at_timezone", [e.Value, e.Zone]));
    }
}
