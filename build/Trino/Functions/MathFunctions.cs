using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>Numbers.</summary>
internal static class MathFunctions
{
    private const string NaN = "CAST('nan' AS DOUBLE)";
    private static readonly string[] Integers = ["bigint", "integer", "smallint", "tinyint"];

    public static void AddTo(FunctionTable table)
    {
        foreach (var type in Integers)
        {
            table.Same($"abs({type}) -> {type}", "abs({0})");
            table.Rewrite($"mod({type}, {type}) -> {type}", call => Operators.Modulus(call.Arguments[0], call.Arguments[1], call.Result));
            table.Rewrite($"ceil({type}) -> {type}", "{0}");
            table.Rewrite($"ceiling({type}) -> {type}", "{0}");
            table.Rewrite($"floor({type}) -> {type}", "{0}");
            table.Rewrite($"round({type}) -> {type}", "{0}");
            table.Rewrite($"round({type}, integer) -> {type}", Rounding.Integer);
            table.Rewrite($"sign({type}) -> {type}", call => Sql.Cast($"sign({call[0]})", call.Result));
        }

        foreach (var type in new[] { "double", "real" })
        {
            table.Same($"abs({type}) -> {type}", "abs({0})");
            table.Same($"ceil({type}) -> {type}", "ceil({0})");
            table.Same($"ceiling({type}) -> {type}", "ceil({0})");
            table.Same($"floor({type}) -> {type}", "floor({0})");
            table.Rewrite($"mod({type}, {type}) -> {type}", call => Operators.Modulus(call.Arguments[0], call.Arguments[1], call.Result));
            table.Rewrite($"round({type}) -> {type}", call => Rounding.Floating(call, "0"));
            table.Rewrite($"round({type}, integer) -> {type}", call => Rounding.Floating(call, call[1]));
            table.Rewrite($"sign({type}) -> {type}", call => Sql.Let(call[0], x => $"CASE WHEN isnan({x}) THEN {x} ELSE {Sql.Cast($"sign({x})", call.Result)} END"));
            table.Same($"truncate({type}) -> {type}", "trunc({0})");
        }

        Rounding.AddTo(table);
        table.Rewrite("abs(decimal(p,s)) -> decimal(p,s)", call => Sql.Cast($"abs({call[0]})", call.Result));
        table.Rewrite("sign(decimal(p,s)) -> decimal(1,0)", call => Sql.Cast($"sign({call[0]})", call.Result));
        table.Rewrite(
            "mod(decimal(p,s), decimal(q,t)) -> E",
            call => Operators.Modulus(call.Arguments[0], call.Arguments[1], call.Result),
            types => Operators.ModulusType(types[0], types[1]));

        foreach (var name in new[] { "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "degrees", "radians", "exp", "cbrt" })
        {
            var guard = name is "asin" or "acos" ? $"CASE WHEN abs({{0}}) > 1 THEN {NaN} ELSE {name}({{0}}) END"
                : name is "sin" or "cos" or "tan" ? $"CASE WHEN isinf({{0}}) THEN {NaN} ELSE {name}({{0}}) END"
                : $"{name}({{0}})";
            table.Rewrite($"{name}(double) -> double", guard);
        }

        table.Same("atan2(double, double) -> double", "atan2({0}, {1})");
        table.Same("power(double, double) -> double", "pow({0}, {1})");
        table.Same("pow(double, double) -> double", "pow({0}, {1})");
        table.Rewrite("sqrt(double) -> double", call => Sql.Let(call[0], x => $"CASE WHEN {x} < 0 THEN {NaN} ELSE sqrt({x}) END"));
        Logarithm(table, "ln(double) -> double", "ln");
        Logarithm(table, "log2(double) -> double", "log2");
        Logarithm(table, "log10(double) -> double", "log10");
        table.Rewrite("log(double, double) -> double", call => $"({Log("ln", call[1])} / {Log("ln", call[0])})");
        table.Same("pi() -> double", "pi()");
        table.Same("e() -> double", "exp(CAST(1 AS DOUBLE))");
        table.Same("nan() -> double", NaN);
        table.Same("infinity() -> double", "CAST('inf' AS DOUBLE)");
        table.Same("is_nan(double) -> boolean", "isnan({0})");
        table.Same("is_nan(real) -> boolean", "isnan({0})");
        table.Same("is_finite(double) -> boolean", "isfinite({0})");
        table.Same("is_infinite(double) -> boolean", "isinf({0})");
        table.Same("uuid() -> uuid", "CAST(uuid() AS VARCHAR)");
        table.Same("random() -> double", "random()");
        table.Same("rand() -> double", "random()");
        foreach (var name in new[] { "random", "rand" })
        {
            foreach (var type in Integers)
            {
                table.Rewrite($"{name}({type}) -> {type}", call =>
                    $"CASE WHEN {call[0]} <= 0 THEN {Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "bound must be positive", call.Result)} ELSE {Sql.Cast($"floor(random() * {call[0]})", call.Result)} END");
            }
        }

        table.Same("bitwise_and(bigint, bigint) -> bigint", "({0} & {1})");
        table.Same("bitwise_or(bigint, bigint) -> bigint", "({0} | {1})");
        table.Same("bitwise_xor(bigint, bigint) -> bigint", "xor({0}, {1})");
        table.Same("bitwise_not(bigint) -> bigint", "(~{0})");
        table.Rewrite("greatest(E...) -> E", call => Extreme(call, "greatest"));
        table.Rewrite("least(E...) -> E", call => Extreme(call, "least"));
    }

    private static void Logarithm(FunctionTable table, string signature, string name) =>
        table.Rewrite(signature, call => Log(name, call[0]));

    private static string Log(string name, string value) => Sql.Let(
        value,
        x => $"CASE WHEN {x} < 0 THEN {NaN} WHEN {x} = 0 THEN CAST('-inf' AS DOUBLE) ELSE {name}({x}) END");

    /// <summary>NULL as soon as one is NULL; a NaN counts only when there is nothing else.</summary>
    private static string Extreme(Call call, string name)
    {
        var type = call.Result;
        if (!type.IsOrderable || call.Count == 0)
        {
            throw new TrinoException("FUNCTION_NOT_FOUND", $"Unexpected parameters for function {name}", call.At.Line, call.At.Column);
        }

        if (type.Kind is Kind.TimestampTz or Kind.Array or Kind.Row)
        {
            throw call.Refuse($"{name} of {type.Name} is not supported locally");
        }

        var all = string.Join(", ", call.Arguments.Select(a => type.IsFloating ? $"CASE WHEN isnan({a.Sql}) THEN NULL ELSE {a.Sql} END" : a.Sql));
        var nulls = string.Join(" OR ", call.Arguments.Select(a => $"{a.Sql} IS NULL"));
        return $"CASE WHEN {nulls} THEN NULL ELSE {(type.IsFloating ? $"COALESCE({name}({all}), {call[0]})" : $"{name}({all})")} END";
    }
}
