using System.Collections.Frozen;
using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Aggregates. What is not a number is NULL to them; a list leaves NULLs out, and of no rows it is empty.</summary>
internal static class HiveAggregates
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "count", "sum", "avg", "min", "max", "collect_list", "collect_set", "stddev", "stddev_pop", "std", "stddev_samp", "variance", "var_pop",
        "var_samp", "corr", "covar_pop", "covar_samp", "percentile", "percentile_approx", "histogram_numeric", "ngrams", "context_ngrams", "bloom_filter",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> OfTd = new[] { "td_first", "td_last", "td_sumif", "td_avgif", "approx_distinct", "approx_count_distinct" }.ToFrozenSet();

    public static bool Has(string name, HiveContext context) => Names.Contains(name) || (context.IsTd && OfTd.Contains(name));

    /// <param name="over">What stands behind the parentheses of a window function.</param>
    public static HiveValue Make(HiveCall call, string over = "")
    {
        var distinct = call.Node.Distinct ? "DISTINCT " : "";
        string Of(string name, string argument) => $"{name}({distinct}{argument}){over}";
        if (call.Name == "count")
        {
            return Count(call, distinct, over);
        }

        if (call.Name is "td_first" or "td_last" && over.Length == 0 && call.Count > 1)
        {
            return First(call);
        }

        if (call.Count != (call.Name is "corr" or "covar_pop" or "covar_samp" or "percentile" or "td_sumif" or "td_avgif" ? 2 : 1))
        {
            throw call.Name is "percentile_approx" or "histogram_numeric" or "percentile" ? call.Refused() : HiveError.Semantic(null, "UDFArgumentTypeException Exactly one argument is expected.");
        }

        return call.Name switch
        {
            "sum" => Sum(call, distinct, over),
            "avg" => Average(call, distinct, over),
            "min" or "max" => call[0].Type.Kind is Kind.Map or Kind.Array or Kind.Unknown ? throw call.Refused() : new HiveValue(call[0].Type, $"{call.Name}({call[0].Sql}){over}"),
            "collect_list" or "collect_set" when over.Length == 0 && !call[0].IsNull => List(call),
            "stddev" or "stddev_pop" or "std" => HiveCall.Real(Of("stddev_pop", call.Double(0))),
            "variance" or "var_pop" => HiveCall.Real(Of("var_pop", call.Double(0))),
            "stddev_samp" or "var_samp" => HiveCall.Real(Of(call.Name, call.Double(0))),
            "corr" or "covar_pop" or "covar_samp" => HiveCall.Real($"{call.Name}({call.Double(0)}, {call.Double(1)}){over}"),
            "percentile" when over.Length == 0 && distinct.Length == 0 => Percentile(call),
            "td_sumif" when over.Length == 0 => HiveCall.Real($"sum({call.Double(0)}) FILTER (WHERE {call[1].Sql})"),
            "td_avgif" when over.Length == 0 => HiveCall.Real($"avg({call.Double(0)}) FILTER (WHERE {call[1].Sql})"),
            _ => throw call.Refused(),
        };
    }

    private static HiveValue Count(HiveCall call, string distinct, string over)
    {
        if (call.Node.Items is [{ Form: HiveForm.Star }])
        {
            return new HiveValue(TrinoType.BigInt, $"count(*){over}");
        }

        if (call.Count == 0)
        {
            throw HiveError.Semantic(null, "UDFArgumentException Argument expected");
        }

        if (call.Count == 1)
        {
            return new HiveValue(TrinoType.BigInt, $"count({distinct}{call[0].Sql}){over}");
        }

        // rows that have a NULL among them do not count
        var row = $"CASE WHEN {string.Join(" AND ", call.Values.Select(v => $"{v.Sql} IS NOT NULL"))} THEN row({string.Join(", ", call.Values.Select(v => v.Sql))}) END";
        return distinct.Length > 0 ? new HiveValue(TrinoType.BigInt, $"count(DISTINCT {row}){over}") : throw call.Refused();
    }

    private static HiveValue Sum(HiveCall call, string distinct, string over)
    {
        var type = call[0].Type;
        return type.Kind switch
        {
            Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt => new HiveValue(TrinoType.BigInt, $"CAST(sum({distinct}{call[0].Sql}){over} AS BIGINT)"),
            Kind.Decimal => OfDecimal(TrinoType.Decimal(Math.Min(38, type.Precision + 10), type.Scale), $"sum({distinct}{call[0].Sql}){over}"),
            Kind.Double or Kind.Real or Kind.Varchar or Kind.Char => HiveCall.Real($"sum({distinct}{call.Double(0)}){over}"),
            _ => throw NotNumeric(call),
        };
    }

    private static HiveValue Average(HiveCall call, string distinct, string over)
    {
        var type = call[0].Type;
        if (type.Kind != Kind.Decimal)
        {
            return type.IsNumeric || call[0].IsText ? HiveCall.Real($"avg({distinct}{call.Double(0)}){over}") : throw NotNumeric(call);
        }

        var scale = Math.Min(38, type.Scale + 4);
        var average = HiveTypes.Fit(type.Precision + 4, scale);
        var sum = new HiveValue(TrinoType.Decimal(38, type.Scale), $"CAST(sum({distinct}{call[0].Sql}){over} AS DECIMAL(38,{type.Scale}))");
        return new HiveValue(average, HiveArithmetic.Scaled(
            $"trino_hive_divide({HiveArithmetic.Unscaled(sum)}, CAST(count({distinct}{call[0].Sql}){over} AS HUGEINT), CAST({average.Scale - type.Scale} AS INTEGER))", average));
    }

    private static HiveValue OfDecimal(TrinoType type, string sql) => new(type, $"CAST({sql} AS {DuckTypes.Of(type)})");

    private static TrinoException NotNumeric(HiveCall call) => call[0].IsNull || call[0].IsTemporal ? call.Refused()
        : HiveError.Semantic(null, $"UDFArgumentTypeException Only numeric or string type arguments are accepted but {HiveTypes.Name(call[0].Type)} is passed.");

    private static HiveValue List(HiveCall call)
    {
        var type = TrinoType.Array(call[0].Type);
        var distinct = call.Name == "collect_set" || call.Node.Distinct ? "DISTINCT " : "";
        return new HiveValue(type, $"coalesce(list({distinct}{call[0].Sql}) FILTER (WHERE {call[0].Sql} IS NOT NULL), CAST([] AS {DuckTypes.Of(type)}))");
    }

    /// <summary>Between the two neighbours; of whole numbers only.</summary>
    private static HiveValue Percentile(HiveCall call)
    {
        if (!call[0].Type.IsInteger || !call[1].IsConstant)
        {
            throw call.Refused();
        }

        var value = $"CAST({call[0].Sql} AS DOUBLE)";
        return call[1].Type.Kind == Kind.Array
            ? new HiveValue(TrinoType.Array(TrinoType.Double), $"quantile_cont({value}, CAST({call[1].Sql} AS DOUBLE[]))")
            : HiveCall.Real($"quantile_cont({value}, {call.Double(1)})");
    }

    /// <summary>The value in the row with the least or greatest of what it is compared by.</summary>
    private static HiveValue First(HiveCall call)
    {
        var direction = call.Name == "td_first" ? "ASC" : "DESC";
        var order = string.Join(", ", call.Values.Skip(1).Select(v => $"{v.Sql} {direction} NULLS LAST"));
        return new HiveValue(call[0].Type, $"first({call[0].Sql} ORDER BY {order})");
    }
}
