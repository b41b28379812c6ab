using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>Between SQL values and JSON, which lies in the engine as its canonical text.</summary>
internal static class JsonCasts
{
    /// <summary>SQL NULL stays NULL at the top and is <c>null</c> inside.</summary>
    public static string? ToJson(string sql, TrinoType type)
    {
        switch (type.Kind)
        {
            case Kind.Unknown:
                return "CAST(NULL AS VARCHAR)";
            case Kind.Json:
                return sql;
            case Kind.Boolean or Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt:
                return $"CAST({sql} AS VARCHAR)";
            case Kind.Decimal:
                return Casts.DecimalText(sql, type);
            case Kind.Double:
                return $"trino_json_double({sql})";
            case Kind.Real:
                return $"trino_json_real({sql})";
            case Kind.Varchar:
                return $"trino_json_string({sql})";
            case Kind.Date or Kind.Timestamp when Casts.Convert(new Typed(type, sql), TrinoType.Varchar, default) is { } text:
                return $"trino_json_string({text})";
            case Kind.Array:
                return ToJson("e", type.Element) is { } element
                    ? $"CASE WHEN {sql} IS NULL THEN NULL ELSE '[' || COALESCE(list_aggregate(list_transform({sql}, lambda e: COALESCE({element}, 'null')), 'string_agg', ','), '') || ']' END"
                    : null;
            case Kind.Row:
                var fields = type.Items.Select((item, i) =>
                    (Name: type.Fields[i] ?? "", Value: ToJson($"{sql}.f{i}", item))).ToList();
                return fields.Any(f => f.Value is null)
                    ? null
                    : $"CASE WHEN {sql} IS NULL THEN NULL ELSE '{{' || {string.Join(" || ',' || ", fields.Select(f => $"trino_json_string({Sql.Text(f.Name)}) || ':' || COALESCE({f.Value}, 'null')"))} || '}}' END";
            case Kind.Map when type.Items[0].Kind is Kind.Varchar && ToJson("e.value", type.Items[1]) is { } value:
                return $"CASE WHEN {sql} IS NULL THEN NULL ELSE '{{' || COALESCE(list_aggregate(list_transform(list_sort(map_entries({sql})), lambda e: trino_json_string(e.key) || ':' || COALESCE({value}, 'null')), 'string_agg', ','), '') || '}}' END";
            default:
                return null;
        }
    }

    public static string? FromJson(string sql, TrinoType target)
    {
        switch (target.Kind)
        {
            case Kind.Json:
                return sql;
            case Kind.Varchar when target.Precision == TrinoType.Unbounded:
                return $"trino_json_to_varchar({sql})";
            case Kind.Boolean or Kind.BigInt or Kind.Double:
                return $"trino_json_to_{target.Name}({sql})";
            case Kind.TinyInt or Kind.SmallInt or Kind.Integer:
                return Sql.Cast($"trino_json_to_{target.Name}({sql})", target);
            case Kind.Decimal:
                return Sql.Cast(
                    $"trino_json_to_decimal({sql}, CAST({Casts.Text(target.Precision)} AS BIGINT), CAST({Casts.Text(target.Scale)} AS BIGINT))",
                    target);
            case Kind.Array:
                return Inner(target.Element) is { } element
                    ? $"CAST(list_transform(trino_json_elements({sql}), lambda e: {element}) AS {DuckTypes.Of(target)})"
                    : null;
            case Kind.Map when target.Items[0].Kind == Kind.Varchar && Inner(target.Items[1]) is { } value:
                return Sql.Let(sql, j => $"CASE WHEN trino_json_keys({j}) IS NULL THEN NULL ELSE CAST(map(trino_json_keys({j}), list_transform(trino_json_values({j}), lambda e: {value})) AS {DuckTypes.Of(target)}) END");
            default:
                return null;
        }
    }

    /// <summary>What lies inside a JSON value, <c>e</c>, arrives as it is written.</summary>
    private static string? Inner(TrinoType target) => target.Kind == Kind.Json ? "trino_json_copy(e)" : FromJson("e", target);
}
