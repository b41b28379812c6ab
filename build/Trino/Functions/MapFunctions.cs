using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>Maps.</summary>
internal static class MapFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Rewrite("map() -> map(unknown, unknown)", "CAST(map([], []) AS MAP(INTEGER, INTEGER))");
        table.Rewrite("map(array(K), array(V)) -> map(K, V)", call =>
            $"CASE WHEN len({call[0]}) <> len({call[1]}) THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "Key and value arrays must be the same length", call.Result)} WHEN {ArrayFunctions.HasNull(call[0])} THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "map key cannot be null", call.Result)} WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL {Indeterminate(call)}ELSE map({call[0]}, {call[1]}) END");
        table.Same("cardinality(map(K, V)) -> bigint", "CAST(cardinality({0}) AS BIGINT)");
        table.Same("map_keys(map(K, V)) -> array(K)", "map_keys({0})");
        table.Same("map_values(map(K, V)) -> array(V)", "map_values({0})");
        table.Rewrite("map_entries(map(K, V)) -> array(row(K, V))", "list_transform(map_entries({0}), lambda e: struct_pack(f0 := e.key, f1 := e.value))");
        table.Rewrite("map_from_entries(array(row(K, V))) -> map(K, V)", call =>
            $"CASE WHEN {ArrayFunctions.HasNull(call[0])} THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "map entry cannot be null", call.Result)} WHEN {call[0]} IS NULL THEN NULL ELSE map(list_transform({call[0]}, lambda e: e.f0), list_transform({call[0]}, lambda e: e.f1)) END");
        table.Rewrite("map_concat(map(K, V)...) -> map(K, V)", call =>
            $"CASE WHEN {string.Join(" OR ", call.Arguments.Select(a => $"{a.Sql} IS NULL"))} THEN NULL ELSE map_concat({string.Join(", ", call.Arguments.Select(a => a.Sql))}) END");
        table.Rewrite("element_at(map(K, V), K) -> V", "{0}[{1}]");
    }

    /// <summary>A key with a NULL inside equals nothing, so it may not be a key.</summary>
    private static string Indeterminate(Call call)
    {
        var key = call.Result.Items[0];
        if (!NestedEquality.Applies(key))
        {
            return "";
        }

        var equal = Comparisons.Compare("=", new Typed(key, "n"), new Typed(key, "n"), call.At).Sql;
        var fail = Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "map key cannot be indeterminate", call.Result);
        return $"WHEN list_contains(list_transform({call[0]}, lambda n: ({equal}) IS NULL), true) THEN {fail} ";
    }
}
