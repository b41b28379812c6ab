using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>
/// Looking for an array, map or row among others: a NULL inside makes the comparison indeterminate, which Trino answers
/// with an error when it comes to it before the value is found.
/// </summary>
internal static class NestedEquality
{
    private const int Equal = 1;
    private const int Different = 2;
    private const int Indeterminate = 3;

    public static bool Applies(TrinoType element) => element.Kind is Kind.Array or Kind.Map or Kind.Row or Kind.TimestampTz;

    public static string Contains(Call call) => With(call, (codes, fail) =>
        $"CASE WHEN {Before(codes)} THEN {fail(TrinoType.Boolean)} WHEN list_contains({codes}, {Equal}) THEN true WHEN list_contains({codes}, 0) THEN NULL ELSE false END");

    public static string Position(Call call) => With(call, (codes, fail) =>
        $"CASE WHEN {Before(codes)} THEN {fail(TrinoType.BigInt)} ELSE CAST(COALESCE(list_position({codes}, {Equal}), 0) AS BIGINT) END");

    public static string Remove(Call call) => With(call, (codes, fail) =>
        $"CASE WHEN list_contains({codes}, {Indeterminate}) THEN {fail(call.Result)} ELSE list_filter({call[0]}, lambda e, i: {codes}[i] <> {Equal}) END");

    /// <summary>A comparison that cannot be answered stands before the first equal one.</summary>
    private static string Before(string codes) =>
        $"COALESCE(list_position({codes}, {Indeterminate}), 0) > 0 AND COALESCE(list_position({codes}, {Equal}), 2147483647) > list_position({codes}, {Indeterminate})";

    /// <summary>Each element beside the value: 0 where the element is NULL.</summary>
    private static string With(Call call, Func<string, Func<TrinoType, string>, string> body)
    {
        var type = call.Type(0).Element;
        var equal = Comparisons.Compare("=", new Typed(type, "n"), new Typed(type, call[1]), call.At).Sql;
        var codes = $"list_transform({call[0]}, lambda n: CASE WHEN n IS NULL THEN 0 WHEN ({equal}) IS NULL THEN {Indeterminate} WHEN {equal} THEN {Equal} ELSE {Different} END)";
        string Fail(TrinoType result) => Sql.FailWith(
            "NOT_SUPPORTED", $"{call.Function.Name} does not support arrays with elements that are null or contain null", result);
        return $"CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL ELSE {Sql.Let(codes, c => body(c, Fail))} END";
    }
}
