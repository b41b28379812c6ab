using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary><c>a[i]</c> and <c>m[k]</c> fail where there is nothing; element_at is the one that gives NULL.</summary>
internal static class Subscripts
{
    public static string OfArray(Typed array, Typed index)
    {
        var type = array.Type.Element;
        string Fail(string message) => Sql.FailWith("INVALID_FUNCTION_ARGUMENT", message, type);
        return Sql.Let(array.Sql, a => Sql.Let(index.Sql, i =>
            $"CASE WHEN {i} BETWEEN 1 AND len({a}) THEN {a}[{i}] WHEN {a} IS NULL OR {i} IS NULL THEN NULL WHEN {i} = 0 THEN {Fail("SQL array indices start at 1")} WHEN {i} < 0 THEN {Fail("Array subscript is negative")} ELSE {Fail("Array subscript must be less than or equal to array length")} END", 1));
    }

    public static string OfMap(Typed map, Typed key) => Sql.Let(map.Sql, m => Sql.Let(key.Sql, k =>
        $"CASE WHEN {m} IS NULL OR {k} IS NULL THEN NULL WHEN list_contains(map_keys({m}), {k}) THEN {m}[{k}] ELSE {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "Key not present in map", map.Type.Items[1])} END", 1));
}
