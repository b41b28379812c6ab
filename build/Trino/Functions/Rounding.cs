using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>round, truncate, ceil and floor where they differ from DuckDB's.</summary>
internal static class Rounding
{
    public static void AddTo(FunctionTable table)
    {
        table.Rewrite(
            "round(decimal(p,s)) -> E",
            call => Sql.Cast($"round({call[0]}, 0)", call.Result),
            types => TrinoType.Decimal(Math.Min(38, types[0].Precision - types[0].Scale + Math.Min(1, types[0].Scale)), 0));
        table.Rewrite(
            "round(decimal(p,s), integer) -> E",
            call => TextFunctions.Whole(call, 1) is >= 0 and < 38 and var digits && call.Type(0).Precision < 38
                ? Sql.Cast($"round({call[0]}, {Sql.Number(digits)})", call.Result)
                : ByDigits(call, "round"),
            types => TrinoType.Decimal(Math.Min(38, types[0].Precision + 1), types[0].Scale));
        foreach (var name in new[] { "ceil", "ceiling", "floor" })
        {
            table.Rewrite(
                $"{name}(decimal(p,s)) -> E",
                call => Sql.Cast($"{(name == "floor" ? name : "ceil")}({call[0]})", call.Result),
                types => TrinoType.Decimal(Math.Min(38, types[0].Precision - types[0].Scale + Math.Min(1, types[0].Scale)), 0));
        }

        table.Rewrite(
            "truncate(decimal(p,s), integer) -> decimal(p,s)",
            call => ByDigits(call, "truncate"));
        table.Rewrite(
            "truncate(decimal(p,s)) -> E",
            call => Sql.Cast($"trunc({call[0]})", call.Result),
            types => TrinoType.Decimal(Math.Max(1, types[0].Precision - types[0].Scale), 0));
    }

    /// <summary>The engine gives 0 where the digit asked for is the first one before the value's own.</summary>
    private static string ByDigits(Call call, string name) => Operators.FromUnscaled(
        $"trino_decimal_{name}({Operators.Unscaled(call.Arguments[0])}, {call.Type(0).Scale}, CAST({call[1]} AS BIGINT))",
        call.Result);

    /// <summary>Half away from zero.</summary>
    public static string Floating(Call call, string digits)
    {
        var value = call.Result.Kind == Kind.Real ? $"CAST({call[0]} AS DOUBLE)" : call[0];
        return Sql.Cast(digits == "0" ? $"round({value})" : $"round({value}, CAST({digits} AS INTEGER))", call.Result);
    }

    public static string Integer(Call call)
    {
        var digits = call[1];

        // the power of ten does not fit, whatever the number is
        var overflow = $"CASE WHEN {call[0]} IS NULL THEN NULL ELSE {Sql.FailWith("NUMERIC_VALUE_OUT_OF_RANGE", "numerical overflow", call.Result)} END";
        return Sql.Let(
            call[0],
            x => $"CASE WHEN {digits} >= 0 THEN {x} WHEN {digits} < -18 THEN {overflow} ELSE CAST((CAST({x} AS HUGEINT) + sign({x}) * (CAST(pow(10, -({digits})) AS HUGEINT) // 2)) // CAST(pow(10, -({digits})) AS HUGEINT) * CAST(pow(10, -({digits})) AS HUGEINT) AS {DuckTypes.Of(call.Result)}) END");
    }
}
