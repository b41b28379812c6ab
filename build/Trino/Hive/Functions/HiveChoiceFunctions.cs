using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>IF, COALESCE and their like.</summary>
internal static class HiveChoiceFunctions
{
    public static void AddTo(HiveFunctions table)
    {
        table.Generic("if", 3, 3, If);
        table.Generic("coalesce", 0, HiveFunctions.Any, Coalesce);
        table.Generic("nvl", 2, 2, Coalesce);
        table.Generic("nullif", 2, 2, NullIf);
        table.Generic("greatest least", 2, HiveFunctions.Any, Extreme);
        table.Generic("isnull", 1, 1, call => HiveValue.Boolean($"{call[0].Sql} IS NULL"));
        table.Generic("isnotnull", 1, 1, call => HiveValue.Boolean($"{call[0].Sql} IS NOT NULL"));
        table.Generic("assert_true", 1, 1, call => call[0].Sql == "true" ? HiveValue.Null : throw call.Refused());
        table.Generic("current_database", 0, 0, call => HiveLiterals.Text(call.Context.Database));
    }

    private static HiveValue If(HiveCall call)
    {
        if (call[0].Type.Kind != Kind.Boolean && !call[0].IsNull)
        {
            throw HiveError.Semantic(
                HiveError.WrongType, $"Argument type mismatch: The first argument of function IF should be \"boolean\", but \"{HiveTypes.Name(call[0].Type)}\" is found", call.Node.Items[0]);
        }

        var type = HiveTypes.Common(call[1].Type, call[2].Type);
        if (type is null || type.Kind == Kind.Unknown)
        {
            throw call.Refused();
        }

        return new HiveValue(type, $"(CASE WHEN {call[0].Sql} THEN {HiveCasts.To(call[1], type, call.Context).Sql} ELSE {HiveCasts.To(call[2], type, call.Context).Sql} END)");
    }

    private static HiveValue Coalesce(HiveCall call)
    {
        if (call.Values.All(v => v.IsNull))
        {
            return HiveValue.Null;
        }

        var type = HiveTypes.Common(call.Values) ?? throw call.Refused();
        return new HiveValue(type, $"coalesce({string.Join(", ", call.Values.Select(v => HiveCasts.To(v, type, call.Context).Sql))})");
    }

    /// <summary>Both must be of one kind: texts, numbers, dates, booleans.</summary>
    private static HiveValue NullIf(HiveCall call)
    {
        var (a, b) = (call[0], call[1]);
        if (b.IsNull)
        {
            return a;
        }

        if (Group(a) != Group(b) || Group(a).Length == 0)
        {
            throw a.IsNull || Group(a).Length == 0 ? call.Refused() : HiveError.Semantic(
                HiveError.WrongType,
                $"Argument type mismatch: The expressions after NULLIF should belong to the same category: \"{Group(a)}\" is expected but \"{Group(b)}\" is found",
                call.Node.Items[1]);
        }

        var same = HiveComparisons.Compare(call.Node, "=", a, b, call.Context).Sql;
        return new HiveValue(a.Type, $"(CASE WHEN {same} THEN NULL ELSE {a.Sql} END)");
    }

    private static string Group(HiveValue value) => value.IsText ? "STRING_GROUP"
        : value.Type.IsNumeric ? "NUMERIC_GROUP"
        : value.IsTemporal ? "DATE_GROUP"
        : value.Type.Kind == Kind.Boolean ? "BOOLEAN_GROUP"
        : "";

    /// <summary>A NULL among them makes it NULL. A number and a text meet as double, a date and a text as date.</summary>
    private static HiveValue Extreme(HiveCall call)
    {
        if (call.Values.All(v => v.IsNull))
        {
            return HiveValue.Null;
        }

        var known = call.Values.Where(v => !v.IsNull).ToList();
        var type = known.Skip(1).Aggregate((TrinoType?)known[0].Type, (t, v) => t is null ? null : Common(t, v.Type));
        if (type is null || type.Kind is Kind.Array or Kind.Map or Kind.Row or Kind.Varbinary or Kind.Real)
        {
            throw call.Refused();
        }

        if (known.Count < call.Count)
        {
            return new HiveValue(type, $"CAST(NULL AS {DuckTypes.Of(type)})");
        }

        var values = known.Select(v => HiveCasts.To(v, type, call.Context).Sql).ToList();
        return new HiveValue(type, $"(CASE WHEN {string.Join(" AND ", values.Select(v => $"{v} IS NOT NULL"))} THEN {call.Name}({string.Join(", ", values)}) END)");
    }

    private static TrinoType? Common(TrinoType a, TrinoType b)
    {
        var (text, other) = HiveTypes.IsString(a) ? (a, b) : (b, a);
        return HiveTypes.IsString(text) && other.Kind is Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.Double ? TrinoType.Double
            : HiveTypes.IsString(text) && other.Kind is Kind.Date or Kind.Timestamp ? other
            : HiveTypes.IsString(text) && !other.IsText ? null
            : HiveTypes.Common(a, b);
    }
}
