using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;
using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>
/// Answers in the form of Trino's JSON protocol. The engine writes what is exact only there (decimals, times, structures)
/// as text; here the text becomes a JSON value by its type.
/// </summary>
internal static class Rendering
{
    public static string Select(string sql, IReadOnlyList<TrinoType> types) =>
        $"SELECT {string.Join(", ", types.Select((t, i) => Top($"q.c{i.ToString(CultureInfo.InvariantCulture)}", t)))} FROM ({sql}) AS q";

    public static ImmutableArray<JsonNode?> Read(DuckDBDataReader row, IReadOnlyList<TrinoType> types)
    {
        var values = ImmutableArray.CreateBuilder<JsonNode?>(types.Count);
        for (var i = 0; i < types.Count; i++)
        {
            values.Add(row.IsDBNull(i) ? null : Value(row, i, types[i]));
        }

        return values.ToImmutable();
    }

    private static string Top(string sql, TrinoType type) => type.Kind is Kind.Array or Kind.Map or Kind.Row
        ? $"CASE WHEN {sql} IS NULL THEN NULL ELSE CAST(to_json({Inner(sql, type, 0)}) AS VARCHAR) END"
        : type.Kind is Kind.Unknown ? $"CAST({sql} AS VARCHAR)" : Leaf(sql, type);

    private static string Leaf(string sql, TrinoType type) => type.Kind switch
    {
        Kind.Decimal => Casts.DecimalText(sql, type),
        Kind.Char => Casts.Padded(sql, type.Precision),
        Kind.Varbinary => $"base64({sql})",
        Kind.Date => $"(CASE WHEN year({sql}) > 9999 THEN '+' ELSE '' END || {TemporalCasts.Text(sql, type)})",
        Kind.Time or Kind.Timestamp or Kind.TimestampTz or Kind.IntervalDay or Kind.IntervalYear =>
            TemporalCasts.Text(sql, type) ?? throw new TrinoException(TrinoException.NotSupportedLocally, $"Values of type {type.Name} are not supported locally"),
        _ => sql,
    };

    private static string Inner(string sql, TrinoType type, int depth)
    {
        var e = $"e{depth.ToString(CultureInfo.InvariantCulture)}";
        return type.Kind switch
        {
            Kind.Array => $"list_transform({sql}, lambda {e}: {Inner(e, type.Element, depth + 1)})",
            Kind.Map => $"list_transform(map_entries({sql}), lambda {e}: struct_pack(f0 := {Inner($"{e}.key", type.Items[0], depth + 1)}, f1 := {Inner($"{e}.value", type.Items[1], depth + 1)}))",
            Kind.Row => $"CASE WHEN {sql} IS NULL THEN NULL ELSE struct_pack({string.Join(", ", type.Items.Select((t, i) => $"f{i} := {Inner($"{sql}.f{i}", t, depth + 1)}"))}) END",
            Kind.Double or Kind.Real => $"CAST({sql} AS VARCHAR)",
            _ => Leaf(sql, type),
        };
    }

    private static JsonNode? Value(DuckDBDataReader row, int index, TrinoType type) => type.Kind switch
    {
        Kind.Boolean => JsonValue.Create(row.GetBoolean(index)),
        Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt =>
            JsonValue.Create(Convert.ToInt64(row.GetValue(index), CultureInfo.InvariantCulture)),
        Kind.Double => Number(row.GetDouble(index)),
        Kind.Real => Number(row.GetFloat(index)),
        Kind.Array or Kind.Map or Kind.Row => Structure(JsonNode.Parse(row.GetString(index)), type),
        _ => JsonValue.Create(row.GetString(index)),
    };

    private static JsonNode Number(double value) => double.IsFinite(value)
        ? JsonValue.Create(value)
        : JsonValue.Create(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    private static JsonNode Number(float value) => !float.IsFinite(value) ? Number((double)value)
        : float.IsSubnormal(value) ? JsonNode.Parse(Runtime.JavaNumbers.ToText(value))!
        : JsonValue.Create(value);

    private static JsonNode? Structure(JsonNode? node, TrinoType type)
    {
        switch (node, type.Kind)
        {
            case (null, _):
                return null;
            case (JsonArray items, Kind.Array):
                return new JsonArray([.. items.Select(i => Structure(i, type.Element))]);
            case (JsonObject fields, Kind.Row):
                return new JsonArray([.. type.Items.Select((t, i) => Structure(fields[$"f{i.ToString(CultureInfo.InvariantCulture)}"], t))]);
            case (JsonArray entries, Kind.Map):
                var map = new JsonObject();
                foreach (var entry in entries)
                {
                    map[KeyText(Structure(entry!["f0"], type.Items[0]), type.Items[0])] = Structure(entry["f1"], type.Items[1]);
                }

                return map;
            case (_, Kind.Double):
                return Number(double.Parse(node.GetValue<string>().Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            case (_, Kind.Real):
                return Number(float.Parse(node.GetValue<string>().Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            default:
                return node.DeepClone();
        }
    }

    /// <summary>A key as Java prints it.</summary>
    private static string KeyText(JsonNode? key, TrinoType type) => key switch
    {
        null => "null",
        JsonValue value when type.Kind == Kind.Double && value.TryGetValue<double>(out var number) => Runtime.JavaNumbers.ToText(number),
        JsonValue value when type.Kind == Kind.Real && value.TryGetValue<float>(out var number) => Runtime.JavaNumbers.ToText(number),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => key.ToJsonString(),
    };
}
