using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>Lists. A NULL element is a value like others except where Trino says otherwise.</summary>
internal static class ArrayFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Same("cardinality(array(E)) -> bigint", "len({0})");
        table.Rewrite("array_distinct(array(E)) -> array(E)", call => NoZones(call) + Distinct(call[0]));
        table.Rewrite("array_intersect(array(E), array(E)) -> array(E)", call =>
            NoZones(call) + Intersect(call));
        table.Rewrite("array_except(array(E), array(E)) -> array(E)", call =>
            NoZones(call) + $"CASE WHEN {call[1]} IS NULL THEN NULL ELSE {Distinct($"list_filter({call[0]}, lambda e: NOT {Has(call[1], "e")})")} END");
        table.Rewrite("array_union(array(E), array(E)) -> array(E)", call =>
            NoZones(call) + $"CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL ELSE {Distinct($"list_concat({call[0]}, {call[1]})")} END");
        table.Rewrite("array_remove(array(E), E) -> array(E)", call =>
            NestedEquality.Applies(call.Type(0).Element)
                ? NestedEquality.Remove(call)
                : $"CASE WHEN {call[1]} IS NULL THEN NULL ELSE list_filter({call[0]}, lambda e: {(call.Type(1).IsFloating ? $"isnan({call[1]}) OR " : "")}e IS DISTINCT FROM {call[1]}) END");
        table.Rewrite("array_position(array(E), E) -> bigint", call =>
            NestedEquality.Applies(call.Type(0).Element)
                ? NestedEquality.Position(call)
                : $"CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL {Nan(call, "0")}ELSE CAST(COALESCE(list_position({call[0]}, {call[1]}), 0) AS BIGINT) END");
        table.Rewrite("array_sort(array(E)) -> array(E)", call => Ordered(call) is var a && call.Type(0).Element.Kind == Kind.TimestampTz
            ? throw call.Refuse("array_sort of times with zones is not supported locally")
            : $"list_sort({a}, 'ASC', 'NULLS LAST')");
        table.Rewrite("array_sort(array(T), function(T, T, integer)) -> array(T)", call => throw call.Refuse("array_sort with a comparator is not supported locally: sort an array of rows"));
        table.Rewrite("array_max(array(E)) -> E", call => Extreme(call, "list_max"));
        table.Rewrite("array_min(array(E)) -> E", call => Extreme(call, "list_min"));
        table.Rewrite("array_join(array(E), varchar) -> varchar", call => Join(call, null));
        table.Rewrite("array_join(array(E), varchar, varchar) -> varchar", call => Join(call, call[2]));
        table.Rewrite("contains(array(E), E) -> boolean", call =>
            NestedEquality.Applies(call.Type(0).Element)
                ? NestedEquality.Contains(call)
                : $"CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL {Nan(call, $"CASE WHEN {HasNull(call[0])} THEN NULL ELSE false END")}WHEN list_contains({call[0]}, {call[1]}) THEN true WHEN {HasNull(call[0])} THEN NULL ELSE false END");
        table.Rewrite("arrays_overlap(array(E), array(E)) -> boolean", call =>
            $"CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL WHEN list_has_any(list_filter({call[0]}, lambda e: e IS NOT NULL), list_filter({call[1]}, lambda e: e IS NOT NULL)) THEN true WHEN len({call[0]}) > 0 AND len({call[1]}) > 0 AND ({HasNull(call[0])} OR {HasNull(call[1])}) THEN NULL ELSE false END");
        table.Rewrite("flatten(array(array(E))) -> array(E)", "flatten({0})");
        table.Rewrite("reverse(array(E)) -> array(E)", "list_reverse({0})");
        table.Rewrite("repeat(E, bigint) -> array(E)", call =>
            $"CASE WHEN {call[1]} IS NULL THEN NULL WHEN {call[1]} > 10000 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "count argument of repeat function must be less than or equal to 10000", call.Result)} WHEN {call[1]} < 0 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "count argument of repeat function must be greater than or equal to 0", call.Result)} ELSE list_transform(range(CAST({call[1]} AS BIGINT)), lambda i: {Sql.Cast(call[0], call.Type(0))}) END");
        table.Rewrite("slice(array(E), bigint, bigint) -> array(E)", Slice);
        table.Rewrite("trim_array(array(E), bigint) -> array(E)", call =>
            $"CASE WHEN {call[1]} < 0 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "size must not be negative", call.Result)} WHEN {call[1]} > len({call[0]}) THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "size must not exceed array cardinality", call.Result)} ELSE {call[0]}[1:len({call[0]}) - {call[1]}] END");
        table.Rewrite("element_at(array(E), bigint) -> E", ElementAt);
        table.Rewrite("concat(array(E)...) -> array(E)", call => call.Count < 2
            ? throw new TrinoException("INVALID_FUNCTION_ARGUMENT", "There must be two or more concatenation arguments", call.At.Line, call.At.Column)
            : $"CASE WHEN {string.Join(" OR ", call.Arguments.Select(a => $"{a.Sql} IS NULL"))} THEN NULL ELSE {call.Arguments.Select(a => a.Sql).Aggregate((a, b) => $"list_concat({a}, {b})")} END");
        table.Rewrite("concat(array(E), E) -> array(E)", "CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE list_append({0}, {1}) END");
        table.Rewrite("concat(E, array(E)) -> array(E)", "CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE list_prepend({0}, {1}) END");
        table.Rewrite("zip(array(A), array(B)) -> array(row(A, B))", Zip);
        table.Rewrite("zip(array(A), array(B), array(C)) -> array(row(A, B, C))", Zip);
        table.Rewrite("zip(array(A), array(B), array(C), array(D)) -> array(row(A, B, C, D))", Zip);
        table.Rewrite("ngrams(array(E), bigint) -> array(array(E))", call =>
            $"CASE WHEN {call[1]} <= 0 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "N must be positive", call.Result)} WHEN len({call[0]}) <= {call[1]} THEN [{call[0]}] ELSE list_transform(range(1, len({call[0]}) - {call[1]} + 2), lambda i: {call[0]}[i:i + {call[1]} - 1]) END");
        Sequence(table);
        LambdaFunctions.AddTo(table);
    }

    public static string HasNull(string array) => $"list_count({array}) < len({array})";

    private static string Has(string array, string element) => $"(COALESCE(list_position({array}, {element}), 0) > 0)";

    /// <summary>Equal instants in two zones are one element to Trino, two to the engine.</summary>
    private static string NoZones(Call call) => call.Type(0).Element.Kind == Kind.TimestampTz
        ? throw call.Refuse($"{call.Function.Name} of times with zones is not supported locally")
        : "";

    /// <summary>NaN is equal to nothing, to the engine it is equal to itself.</summary>
    private static string Nan(Call call, string otherwise) =>
        call.Type(1).IsFloating && call.Arguments[1].Constant is null ? $"WHEN isnan({call[1]}) THEN {otherwise} " : "";

    /// <summary>In the order of the longer array, of the first one when they are equally long.</summary>
    private static string Intersect(Call call) => Sql.Let(call[0], a => Sql.Let(
        call[1],
        b =>
        {
            var (inFirst, inSecond) = (Distinct($"list_filter({a}, lambda e: {Has(b, "e")})"), Distinct($"list_filter({b}, lambda e: {Has(a, "e")})"));
            return $"CASE WHEN {a} IS NULL OR {b} IS NULL THEN NULL WHEN len({a}) < len({b}) THEN {inSecond} ELSE {inFirst} END";
        },
        1));

    /// <summary>First occurrences in their order, NULL among them (DuckDB's list_distinct drops NULL and the order).</summary>
    private static string Distinct(string array) =>
        Sql.Let(array, a => $"list_filter({a}, lambda d, i: list_position({a}, d) = i)");

    private static string Ordered(Call call) => call.Type(0).Element.IsOrderable
        ? call[0]
        : throw new TrinoException("FUNCTION_NOT_FOUND", $"Unexpected parameters ({call.Type(0).Name}) for function {call.Function.Name}", call.At.Line, call.At.Column);

    private static string Extreme(Call call, string name)
    {
        var array = Ordered(call);
        if (call.Result.Kind is Kind.TimestampTz or Kind.Array or Kind.Row)
        {
            throw call.Refuse($"{call.Function.Name} of {call.Result.Name} is not supported locally");
        }

        var best = call.Result.IsFloating
            ? $"COALESCE({name}(list_filter({array}, lambda e: NOT isnan(e))), {name}({array}))"
            : $"{name}({array})";
        return $"CASE WHEN {HasNull(array)} THEN NULL ELSE {best} END";
    }

    private static string Join(Call call, string? nulls)
    {
        if (!Allowed.Contains(call.Type(0).Element, TrinoType.Varchar))
        {
            throw new TrinoException("FUNCTION_NOT_FOUND", $"Unexpected parameters ({call.Type(0).Name}) for function array_join", call.At.Line, call.At.Column);
        }

        var element = Casts.Explicit(new Typed(call.Type(0).Element, "e"), TrinoType.Varchar, call.At, call.Context, isTry: false);
        var texts = call.Type(0).Element.Kind == Kind.Unknown ? "CAST([] AS VARCHAR[])" : $"list_transform({call[0]}, lambda e: {element})";
        if (nulls is not null)
        {
            texts = $"list_transform({texts}, lambda s: COALESCE(s, {nulls}))";
        }

        return $"CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL THEN NULL ELSE COALESCE(list_aggregate({texts}, 'string_agg', {call[1]}), '') END";
    }

    private static string Zip(Call call)
    {
        var nulls = string.Join(" OR ", call.Arguments.Select(a => $"{a.Sql} IS NULL"));
        var longest = $"greatest({string.Join(", ", call.Arguments.Select(a => $"len({a.Sql})"))})";
        var fields = string.Join(", ", call.Arguments.Select((a, i) => $"f{i} := {a.Sql}[i]"));
        return $"CASE WHEN {nulls} THEN NULL ELSE list_transform(range(1, {longest} + 1), lambda i: struct_pack({fields})) END";
    }

    private static string Slice(Call call)
    {
        var zero = Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "SQL array indices start at 1", call.Result);
        var negative = Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "length must be greater than or equal to 0", call.Result);
        var empty = $"CAST([] AS {DuckTypes.Of(call.Result)})";
        return Sql.Let(call[0], a => $"CASE WHEN {a} IS NULL OR {call[1]} IS NULL OR {call[2]} IS NULL THEN NULL WHEN {call[1]} = 0 THEN {zero} WHEN {call[2]} < 0 THEN {negative} WHEN {call[2]} = 0 OR {call[1]} > len({a}) OR -({call[1]}) > len({a}) THEN {empty} WHEN {call[1]} > 0 THEN {a}[{call[1]}:{call[1]} + {call[2]} - 1] ELSE {a}[len({a}) + {call[1]} + 1:len({a}) + {call[1]} + {call[2]}] END");
    }

    private static string ElementAt(Call call)
    {
        var zero = Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "SQL array indices start at 1", call.Result);
        return call.Arguments[1].Constant is { } constant && constant != "0"
            ? $"{call[0]}[{call[1]}]"
            : $"CASE WHEN {call[1]} = 0 THEN {zero} ELSE {call[0]}[{call[1]}] END";
    }

    private static void Sequence(FunctionTable table)
    {
        table.Rewrite("sequence(bigint, bigint) -> array(bigint)", call =>
            Sized(call, $"CASE WHEN {call[0]} <= {call[1]} THEN generate_series({call[0]}, {call[1]}) ELSE generate_series({call[0]}, {call[1]}, -1) END", $"abs({call[1]} - {call[0]})"));
        table.Rewrite("sequence(bigint, bigint, bigint) -> array(bigint)", call =>
            $"CASE WHEN {call[2]} = 0 OR ({call[2]} > 0 AND {call[1]} < {call[0]}) OR ({call[2]} < 0 AND {call[1]} > {call[0]}) THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start", call.Result)} ELSE {Sized(call, $"generate_series({call[0]}, {call[1]}, {call[2]})", $"(abs({call[1]} - {call[0]}) // abs({call[2]}))")} END");
        table.Rewrite("sequence(date, date) -> array(date)", call =>
            Sized(call, $"list_transform(CASE WHEN {call[0]} <= {call[1]} THEN generate_series(0, {call[1]} - {call[0]}) ELSE generate_series(0, {call[1]} - {call[0]}, -1) END, lambda i: {call[0]} + CAST(i AS INTEGER))", $"abs({call[1]} - {call[0]})"));
        table.Rewrite("sequence(date, date, interval year to month) -> array(date)", call => Months(call, "DATE"));
        table.Rewrite("sequence(timestamp(p), timestamp(p), interval year to month) -> array(timestamp(p))", call => Months(call, "TIMESTAMP"));
        table.Rewrite("sequence(timestamp(p), timestamp(p), interval day to second) -> array(timestamp(p))", call =>
            Stepped(call, $"epoch_us({call[1]}) - epoch_us({call[0]})", $"({call[2]} * 1000)", steps => $"list_transform(range(0, {steps} + 1), lambda i: {call[0]} + to_milliseconds(i * {call[2]}))"));
        table.Rewrite("sequence(date, date, interval day to second) -> array(date)", call =>
            $"CASE WHEN {call[2]} % 86400000 <> 0 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "sequence step must be a day interval if start and end values are dates", call.Result)} WHEN {call[2]} = 0 OR ({call[2]} > 0 AND {call[1]} < {call[0]}) OR ({call[2]} < 0 AND {call[1]} > {call[0]}) THEN {WrongDirection(call)} ELSE {Sized(call, $"list_transform(generate_series(0, {call[1]} - {call[0]}, CAST({call[2]} // 86400000 AS BIGINT)), lambda i: {call[0]} + CAST(i AS INTEGER))", $"(({call[1]} - {call[0]}) // ({call[2]} // 86400000))")} END");
    }

    private static string WrongDirection(Call call) => Sql.FailWith(
        "INVALID_FUNCTION_ARGUMENT",
        "sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start",
        call.Result);

    private static string Stepped(Call call, string span, string step, Func<string, string> body) =>
        $"CASE WHEN {step} = 0 OR ({step} > 0 AND {span} < 0) OR ({step} < 0 AND {span} > 0) THEN {WrongDirection(call)} ELSE {Sized(call, body($"(({span}) // {step})"), $"(({span}) // {step})")} END";

    /// <summary>Each month is counted from the start, so the last day of a month comes back after a short one.</summary>
    private static string Months(Call call, string type)
    {
        var element = DuckTypes.Of(call.Result.Element);
        var (start, end, step) = ($"CAST({call[0]} AS {type})", $"CAST({call[1]} AS {type})", call[2]);
        var candidates = $"list_transform(range(0, abs(datediff('month', {start}, {end})) // abs({step}) + 1), lambda i: CAST({start} + to_months(CAST(i * {step} AS INTEGER)) AS {element}))";
        return $"CASE WHEN {step} = 0 OR ({step} > 0 AND {end} < {start}) OR ({step} < 0 AND {end} > {start}) THEN {WrongDirection(call)} ELSE {Sized(call, $"list_filter({candidates}, lambda d: CASE WHEN {step} > 0 THEN d <= {end} ELSE d >= {end} END)", $"(abs(datediff('month', {start}, {end})) // abs({step}))")} END";
    }

    private static string Sized(Call call, string sequence, string length) =>
        $"CASE WHEN {length} >= 10000 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "result of sequence function must not have more than 10000 entries", call.Result)} ELSE {sequence} END";
}
