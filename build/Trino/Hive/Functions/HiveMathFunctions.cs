using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Functions over numbers. Outside its domain a function is NULL.</summary>
internal static class HiveMathFunctions
{
    public static void AddTo(HiveFunctions table)
    {
        table.Generic("abs", 1, 1, Abs);
        table.Plain("sign", 1, 1, Sign);
        table.Plain("positive", 1, 1, call => call[0].Type.IsNumeric ? call[0] : throw call.Refused());
        table.Plain("negative", 1, 1, call => call[0].Type.IsNumeric ? call[0] with { Sql = $"CAST((- {call[0].Sql}) AS {DuckTypes.Of(call[0].Type)})", Literal = null } : throw call.Refused());
        Real(table, "sqrt", "CASE WHEN {0} >= 0 THEN sqrt({0}) END");
        Real(table, "cbrt", "cbrt({0})");
        Real(table, "exp", "exp({0})");
        Real(table, "ln", "CASE WHEN {0} > 0 THEN ln({0}) END");
        Real(table, "log10", "CASE WHEN {0} > 0 THEN log10({0}) END");
        Real(table, "log2", "CASE WHEN {0} > 0 THEN log2({0}) END");
        foreach (var name in new[] { "sin", "cos", "tan", "atan", "radians", "degrees" })
        {
            Real(table, name, $"{name}({{0}})");
        }

        foreach (var name in new[] { "asin", "acos" })
        {
            table.Plain(name, 1, 1, call => HiveCall.Real($"CASE WHEN abs({call.Double(0)}) <= 1 THEN {name}({call.Double(0)}) ELSE {(call.Context.IsFour ? "NULL" : $"{call.Double(0)} * CAST('NaN' AS DOUBLE)")} END"));
        }

        table.Plain("log", 1, 2, call => call.Count == 1
            ? HiveCall.Real($"CASE WHEN {call.Double(0)} > 0 THEN ln({call.Double(0)}) END")
            : HiveCall.Real($"CASE WHEN {call.Double(0)} > 1 AND {call.Double(1)} > 0 THEN ln({call.Double(1)}) / ln({call.Double(0)}) END"));
        table.Generic("power pow", 2, 2, call => HiveCall.Real($"power({call.Double(0)}, {call.Double(1)})"));
        table.Plain("pi", 0, 0, _ => HiveCall.Real("pi()"));
        table.Plain("e", 0, 0, _ => HiveCall.Real("CAST('2.718281828459045' AS DOUBLE)"));
        table.Generic("factorial", 1, 1, call => call[0].Type.Kind is Kind.Integer or Kind.SmallInt or Kind.TinyInt
            ? HiveCall.BigInt($"CASE WHEN {call[0].Sql} BETWEEN 0 AND 20 THEN factorial({call[0].Sql}) END")
            : throw call.Refused());
        table.Plain("mod", 2, 2, call => HiveArithmetic.Apply(call.Node with { Text = "%" }, call[0], call[1], call.Context));
        table.Generic("pmod", 2, 2, PositiveModulus);
        table.Plain("shiftleft", 2, 2, call => Shift(call, "<<"));
        table.Plain("shiftright", 2, 2, call => Shift(call, ">>"));
        table.Plain("shiftrightunsigned", 2, 2, call => call[0].Type.Kind == Kind.Integer
            ? HiveCall.Integer(HiveCasts.Wrapped($"(CAST({call[0].Sql} AS BIGINT) & 4294967295) >> ({call.Int(1)} & 31)", TrinoType.Integer))
            : throw call.Refused());
    }

    private static void Real(HiveFunctions table, string name, string template) => table.Plain(
        name, 1, 1, call => HiveCall.Real(template.Replace("{0}", call.Double(0), StringComparison.Ordinal)));

    private static HiveValue Abs(HiveCall call) => call[0].Type.Kind switch
    {
        Kind.Varchar => HiveCall.Real($"abs({call.Double(0)})"),
        Kind.TinyInt or Kind.SmallInt => HiveCall.Integer($"abs({call[0].Sql})"),
        _ when call[0].Type.IsNumeric && call[0].Type.Kind != Kind.Real => call[0] with { Sql = $"abs({call[0].Sql})", Literal = null },
        _ => throw call.Mismatch(0, "SHORT/BYTE/INT/LONG/DOUBLE/FLOAT/STRING/DECIMAL", HiveError.WrongArguments),
    };

    private static HiveValue Sign(HiveCall call) => call[0].IsNull ? HiveCall.Integer("NULL")
        : call[0].Type.Kind == Kind.Decimal ? HiveCall.Integer($"sign({call[0].Sql})")
        : HiveCall.Real($"CAST(sign({call.Double(0)}) AS DOUBLE)");

    /// <summary>((a % b) + b) % b</summary>
    private static HiveValue PositiveModulus(HiveCall call)
    {
        HiveValue Apply(string sign, HiveValue a, HiveValue b) => HiveArithmetic.Apply(call.Node with { Text = sign }, a, b, call.Context);
        if (call.Values.Any(v => v.Type.Kind == Kind.Decimal))
        {
            var plain = Apply("%", call[0], call[1]);
            var sum = HiveCasts.To(Apply("+", plain, call[1] with { Literal = null }), plain.Type, call.Context);
            return HiveCasts.To(Apply("%", sum, call[1]), plain.Type, call.Context);
        }

        var rest = Apply("%", call[0], call[1]);
        return Apply("%", Apply("+", rest, call[1]), call[1]);
    }

    private static HiveValue Shift(HiveCall call, string sign)
    {
        if (call[0].Type.Kind != Kind.Integer)
        {
            throw call.Refused();
        }

        // the engine's << fails where bits leave; * does the same in 64 bits
        var bits = $"({call.Int(1)} & 31)";
        return HiveCall.Integer(HiveCasts.Wrapped(
            sign == "<<" ? $"CAST({call[0].Sql} AS BIGINT) * (CAST(1 AS BIGINT) << {bits})" : $"(CAST({call[0].Sql} AS BIGINT) >> {bits})", TrinoType.Integer));
    }
}
