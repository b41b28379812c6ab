using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>Many rows to one value.</summary>
internal static class AggregateFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Aggregate("count() -> bigint", call => call.Aggregate("count", "*"));
        table.Aggregate("count(E) -> bigint", call => call.Aggregate("count", call[0]));
        table.Aggregate("count_if(boolean) -> bigint", call => call.AggregateWhere("count", call[0], "*"));
        table.Aggregate("sum(bigint) -> bigint", call => $"CAST({call.Aggregate("sum", call[0])} AS BIGINT)");
        table.Aggregate("sum(double) -> double", call => call.Aggregate("sum", call[0]));
        table.Aggregate("sum(real) -> real", call => $"CAST({call.Aggregate("sum", call[0])} AS FLOAT)");
        table.Aggregate("sum(decimal(p,s)) -> decimal(38,s)", SumDecimal);
        table.Aggregate("sum(interval day to second) -> interval day to second", call => $"CAST({call.Aggregate("sum", call[0])} AS BIGINT)");
        table.Aggregate("sum(interval year to month) -> interval year to month", call => $"CAST({call.Aggregate("sum", call[0])} AS INTEGER)");
        table.Aggregate("avg(interval day to second) -> interval day to second", call => $"CAST(trunc({call.Aggregate("avg", call[0])}) AS BIGINT)");
        table.Aggregate("avg(bigint) -> double", call => call.Aggregate("avg", call[0]));
        table.Aggregate("avg(double) -> double", call => call.Aggregate("avg", call[0]));
        table.Aggregate("avg(real) -> real", call => $"CAST({call.Aggregate("avg", call[0])} AS FLOAT)");
        table.Aggregate("avg(decimal(p,s)) -> decimal(p,s)", AverageDecimal);
        Extremes(table);
        table.Aggregate("array_agg(E) -> array(E)", call => call.Aggregate("list", call[0]));
        table.Aggregate("bool_and(boolean) -> boolean", call => call.Aggregate("bool_and", call[0]));
        table.Aggregate("every(boolean) -> boolean", call => call.Aggregate("bool_and", call[0]));
        table.Aggregate("bool_or(boolean) -> boolean", call => call.Aggregate("bool_or", call[0]));
        table.Aggregate("arbitrary(E) -> E", call => call.Aggregate("any_value", call[0]));
        table.Aggregate("any_value(E) -> E", call => call.Aggregate("any_value", call[0]));
        table.Aggregate("approx_distinct(E) -> bigint", call => (call with { Distinct = "DISTINCT " }).Aggregate("count", call[0]));
        table.Aggregate("approx_distinct(E, double) -> bigint", call => (call with { Distinct = "DISTINCT " }).Aggregate("count", call[0]));
        foreach (var type in new[] { "bigint", "double", "real" })
        {
            table.Aggregate($"approx_percentile({type}, double) -> {type}", call => Percentile(call, call[1]));
            table.Aggregate($"approx_percentile({type}, array(double)) -> array({type})", call => $"list_transform({call[1]}, lambda p: {Percentile(call, "p")})");
        }

        table.Aggregate("bitwise_and_agg(bigint) -> bigint", call => call.Aggregate("bit_and", call[0]));
        table.Aggregate("bitwise_or_agg(bigint) -> bigint", call => call.Aggregate("bit_or", call[0]));
        foreach (var (name, duck) in new[]
        {
            ("stddev", "stddev_samp"), ("stddev_samp", "stddev_samp"), ("stddev_pop", "stddev_pop"),
            ("variance", "var_samp"), ("var_samp", "var_samp"), ("var_pop", "var_pop"),
        })
        {
            table.Aggregate($"{name}(double) -> double", call => call.Aggregate(duck, call[0]));
        }

        foreach (var name in new[] { "corr", "covar_pop", "covar_samp", "regr_slope", "regr_intercept" })
        {
            table.Aggregate(
                $"{name}(double, double) -> double",
                call => Sql.Let(call.Aggregate(name, call[0], call[1]), x => $"CASE WHEN isnan({x}) THEN NULL ELSE {x} END"));
            table.Aggregate(
                $"{name}(real, real) -> real",
                call => Sql.Let(call.Aggregate(name, call[0], call[1]), x => $"CASE WHEN isnan({x}) THEN NULL ELSE CAST({x} AS FLOAT) END"));
        }

        foreach (var type in new[] { "double" })
        {
            table.Aggregate(
                $"geometric_mean({type}) -> {type}",
                call => Sql.Cast($"exp({call.Aggregate("avg", $"CASE WHEN {call[0]} > 0 THEN ln({call[0]}) WHEN {call[0]} = 0 THEN CAST('-inf' AS DOUBLE) WHEN {call[0]} IS NOT NULL THEN CAST('nan' AS DOUBLE) END")})", call.Result));
        }

        table.Aggregate("histogram(E) -> map(E, bigint)", call => Sql.Cast(call.AggregateWhere("histogram", $"{call[0]} IS NOT NULL", call[0]), call.Result));
        table.Aggregate("map_agg(K, V) -> map(K, V)", MapOf);
        table.Aggregate("listagg(varchar, varchar, varchar) -> varchar", ListAgg);
    }

    /// <summary>The element at floor(p·n), which is what Trino's digest gives while it holds every value.</summary>
    private static string Percentile(Call call, string percentile)
    {
        var sorted = $"list_sort({call.AggregateWhere("list", $"{call[0]} IS NOT NULL", call[0])})";
        var fail = Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "percentile must be in the range [0, 1]", call.Type(0));
        return Sql.Let(sorted, s => $"CASE WHEN {percentile} < 0 OR {percentile} > 1 THEN {fail} ELSE {s}[CAST(least(floor({percentile} * len({s})) + 1, len({s})) AS BIGINT)] END");
    }

    private static void Extremes(FunctionTable table)
    {
        foreach (var name in new[] { "max", "min" })
        {
            table.Aggregate($"{name}(E) -> E", call => Extreme(call, name));
            table.Aggregate(
                $"{name}(E, bigint) -> array(E)",
                call => call.AggregateWhere(name, $"{call[0]} IS NOT NULL", call[0], call[1]));
            var by = name == "max" ? "arg_max" : "arg_min";
            table.Aggregate($"{name}_by(V, K) -> V", call =>
                $"{call.Aggregate(by, $"struct_pack(v := {call[0]})", Key(call, 1))}.v");
            table.Aggregate($"{name}_by(V, K, bigint) -> array(V)", call =>
                $"list_transform({call.Aggregate(by, $"struct_pack(v := {call[0]})", Key(call, 1), call[2])}, lambda e: e.v)");
        }
    }

    /// <summary>Of a time with zone the instant alone is compared.</summary>
    private static string Key(Call call, int index) =>
        call.Type(index).Kind == Kind.TimestampTz ? $"{call[index]}.u" : Ordered(call, index);

    private static string Ordered(Call call, int index) => call.Type(index).IsOrderable
        ? call[index]
        : throw new TrinoException(
            "FUNCTION_NOT_FOUND",
            $"Unexpected parameters ({call.Type(index).Name}) for function {call.Function.Name}",
            call.At.Line,
            call.At.Column);

    private static string Extreme(Call call, string name)
    {
        var value = Ordered(call, 0);
        if (call.Result.Kind == Kind.TimestampTz)
        {
            return call.Aggregate(name == "max" ? "arg_max" : "arg_min", value, $"{value}.u");
        }

        return call.Result.IsFloating
            ? $"COALESCE({call.AggregateWhere(name, $"NOT isnan({value})", value)}, {call.Aggregate(name, value)})"
            : call.Aggregate(name, value);
    }

    /// <summary>The engine lets a sum of 39 digits pass.</summary>
    private static string SumDecimal(Call call) => Sql.Let(
        call.Aggregate("sum", call[0]),
        s => $"CASE WHEN length(replace(replace(CAST({s} AS VARCHAR), '-', ''), '.', '')) > 38 THEN {Sql.FailWith("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow", call.Result)} ELSE {Sql.Cast(s, call.Result)} END");

    private static string AverageDecimal(Call call)
    {
        var type = call.Type(0);
        var sum = new Typed(TrinoType.Decimal(38, type.Scale), call.Aggregate("sum", call[0]));
        var count = call.Aggregate("count", call[0]);
        return Operators.DivideDecimal(sum, new Typed(TrinoType.Decimal(19, 0), $"NULLIF({count}, 0)"), call.Result);
    }

    /// <summary>One value a key: the first that came.</summary>
    private static string MapOf(Call call)
    {
        var filter = $"{call[0]} IS NOT NULL";
        var pairs = call.AggregateWhere("list", filter, $"struct_pack(k := {call[0]}, v := {call[1]})");
        return Sql.Let(
            pairs,
            p => $"map_from_entries(list_filter({p}, lambda e, i: list_position(list_transform({p}, lambda q: q.k), e.k) = i))");
    }

    private static string ListAgg(Call call)
    {
        if (call.Arguments[2].Constant != "ERROR")
        {
            throw call.Refuse("LISTAGG … ON OVERFLOW TRUNCATE is not supported locally");
        }

        return call.Aggregate("string_agg", call[0], call[1]);
    }
}
