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
            call => call.Arguments[1].Constant is { } digits
                ? Sql.Cast($"round({call[0]}, {digits})", call.Result)
                : throw call.Refuse("round of a decimal with a computed number of digits is not supported locally"),
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
            call => throw call.Refuse("truncate of a decimal to a number of digits is not supported locally: CAST it to double"));
        table.Rewrite(
            "truncate(decimal(p,s)) -> E",
            call => Sql.Cast($"trunc({call[0]})", call.Result),
            types => TrinoType.Decimal(Math.Max(1, types[0].Precision - types[0].Scale), 0));
    }

    /// <summary>Half away from zero.</summary>
    public static string Floating(Call call, string digits)
    {
        var value = call.Result.Kind == Kind.Real ? $"CAST({call[0]} AS DOUBLE)" : call[0];
        return Sql.Cast(digits == "0" ? $"round({value})" : $"round({value}, CAST({digits} AS INTEGER))", call.Result);
    }

    public static string Integer(Call call)
    {
        var digits = call[1];
        return Sql.Let(
            call[0],
            x => $"CASE WHEN {digits} >= 0 THEN {x} WHEN {digits} < -18 THEN CAST({x} * 0 AS {DuckTypes.Of(call.Result)}) ELSE CAST((CAST({x} AS HUGEINT) + sign({x}) * (CAST(pow(10, -({digits})) AS HUGEINT) // 2)) // CAST(pow(10, -({digits})) AS HUGEINT) * CAST(pow(10, -({digits})) AS HUGEINT) AS {DuckTypes.Of(call.Result)}) END");
    }
}
