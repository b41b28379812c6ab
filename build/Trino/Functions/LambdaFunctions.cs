using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>Functions over arrays that take a lambda.</summary>
internal static class LambdaFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Rewrite("transform(array(T), function(T, U)) -> array(U)", call => $"list_transform({call[0]}, {Lambda(call.Arguments[1])})");
        table.Rewrite("filter(array(T), function(T, boolean)) -> array(T)", call => $"list_filter({call[0]}, {Lambda(call.Arguments[1], "COALESCE({0}, false)")})");
        table.Rewrite("reduce(array(T), S, function(S, T, S), function(S, R)) -> R", Reduce);
        table.Rewrite("zip_with(array(T), array(U), function(T, U, R)) -> array(R)", call =>
        {
            var lambda = call.Arguments[2];
            var body = $"list_transform(list_transform([struct_pack(a := z[1], b := z[2])], lambda p: p), lambda p: {lambda.Sql})[1]";
            return body.Length > 0
                ? $"CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL ELSE list_transform(range(1, greatest(len({call[0]}), len({call[1]})) + 1), lambda i: list_transform([{call[0]}[i]], lambda {lambda.Parameters![0]}: list_transform([{call[1]}[i]], lambda {lambda.Parameters[1]}: {lambda.Sql})[1])[1]) END"
                : body;
        });
        table.Rewrite("any_match(array(T), function(T, boolean)) -> boolean", call => Matches(call, found: "true", otherwise: "false", search: "true"));
        table.Rewrite("all_match(array(T), function(T, boolean)) -> boolean", call => Matches(call, found: "false", otherwise: "true", search: "false"));
        table.Rewrite("none_match(array(T), function(T, boolean)) -> boolean", call => Matches(call, found: "false", otherwise: "true", search: "true"));
        table.Rewrite("map_filter(map(K, V), function(K, V, boolean)) -> map(K, V)", call =>
            Entries(call, entries => $"map_from_entries(list_filter({entries}, lambda e: COALESCE({Bound(call.Arguments[1], "e.key", "e.value")}, false)))"));
        table.Rewrite("transform_values(map(K, V), function(K, V, W)) -> map(K, W)", call =>
            Entries(call, entries => $"map(map_keys({call[0]}), list_transform({entries}, lambda e: {Bound(call.Arguments[1], "e.key", "e.value")}))"));
        table.Rewrite("transform_keys(map(K, V), function(K, V, W)) -> map(W, V)", call =>
            Entries(call, entries => $"map(list_transform({entries}, lambda e: {Bound(call.Arguments[1], "e.key", "e.value")}), map_values({call[0]}))"));
    }

    private static string Lambda(Typed lambda, string body = "{0}") =>
        $"lambda {string.Join(", ", lambda.Parameters!)}: {body.Replace("{0}", lambda.Sql, StringComparison.Ordinal)}";

    private static string Bound(Typed lambda, params ReadOnlySpan<string> values)
    {
        var sql = lambda.Sql;
        for (var i = values.Length - 1; i >= 0; i--)
        {
            sql = $"list_transform([{values[i]}], lambda {lambda.Parameters![i]}: {sql})[1]";
        }

        return sql;
    }

    private static string Entries(Call call, Func<string, string> body) =>
        $"CASE WHEN {call[0]} IS NULL THEN NULL ELSE {body($"map_entries({call[0]})")} END";

    private static string Matches(Call call, string found, string otherwise, string search)
    {
        var tested = $"list_transform({call[0]}, {Lambda(call.Arguments[1])})";
        return Sql.Let(tested, t => $"CASE WHEN {t} IS NULL THEN NULL WHEN list_contains({t}, {search}) THEN {found} WHEN {ArrayFunctions.HasNull(t)} THEN NULL ELSE {otherwise} END");
    }

    /// <summary>DuckDB's list_reduce knows one type; where state and elements differ each is cast into it and back.</summary>
    private static string Reduce(Call call)
    {
        var (element, state) = (call.Type(0).Element, call.Type(1));
        var alike = DuckTypes.Of(element) == DuckTypes.Of(state) && element.Kind is not (Kind.Char or Kind.Json);
        if (!alike && !(element.IsNumeric && state.IsNumeric && Coercion.Can(element, state)))
        {
            throw call.Refuse($"reduce from {element.Name} to {state.Name} is not supported locally");
        }

        var step = call.Arguments[2];
        var type = DuckTypes.Of(state);
        var back = $"list_transform([CAST(x_{step.Parameters![1]} AS {DuckTypes.Of(element)})], lambda {step.Parameters[1]}: {step.Sql})[1]";
        var body = alike ? step.Sql : back;
        var second = alike ? step.Parameters[1] : $"x_{step.Parameters[1]}";
        var reduced = $"list_reduce(CAST({call[0]} AS {type}[]), lambda {step.Parameters[0]}, {second}: CAST({body} AS {type}), CAST({call[1]} AS {type}))";
        return Bound(call.Arguments[3], reduced);
    }
}
