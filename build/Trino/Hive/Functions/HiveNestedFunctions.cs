using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Arrays, maps and structs.</summary>
internal static class HiveNestedFunctions
{
    public static void AddTo(HiveFunctions table)
    {
        table.Generic("array", 0, HiveFunctions.Any, Array);
        table.Generic("map", 0, HiveFunctions.Any, Map);
        table.Generic("struct", 1, HiveFunctions.Any, call => Struct(call.Values, [.. call.Values.Select((_, i) => (string?)$"col{i + 1}")]));
        table.Generic("named_struct", 1, HiveFunctions.Any, NamedStruct);
        table.Generic("size", 1, 1, Size);
        table.Generic("array_contains", 2, 2, Contains);
        table.Generic("sort_array", 1, 1, call => call[0].Type.Kind == Kind.Array && call[0].Type.Element.IsOrderable && call[0].Type.Element.Kind != Kind.Row
            ? call[0] with { Sql = $"list_sort({call[0].Sql}, 'ASC', 'NULLS FIRST')" }
            : throw call.Refused());
        table.Generic("map_keys", 1, 1, call => OfMap(call, 0));
        table.Generic("map_values", 1, 1, call => OfMap(call, 1));
        table.Plain("index", 2, 2, call => call[0].Type.Kind == Kind.Array && call[1].Type.Kind == Kind.Integer
            ? new HiveValue(call[0].Type.Element, $"(CASE WHEN {call[1].Sql} >= 0 THEN {call[0].Sql}[{call[1].Sql} + 1] END)")
            : throw call.Refused());
        table.Later("array_max", 1, 1, call => OfList(call, "list_max({0})", true));
        table.Later("array_min", 1, 1, call => OfList(call, "list_min({0})", true));
        table.Later("array_slice", 3, 3, call => call[1].Literal is { } from && call[2].Literal is { } size && !from.StartsWith('-') && !size.StartsWith('-')
            ? OfList(call, $"{{0}}[{from} + 1 : {from} + {size}]", false)
            : throw call.Refused());
        table.Later("array_join", 2, 2, call => call[0].Type.Kind == Kind.Array && call[0].Type.Element.IsText && call[0].IsConstant
            ? HiveCall.String($"array_to_string({call[0].Sql}, {call.OnlyText(1)})")
            : throw call.Refused());
        table.Later("typeof", 1, 1, call => HiveLiterals.Text(HiveTypes.Name(call[0].Type)));
    }

    private static HiveValue OfList(HiveCall call, string template, bool element) => call[0].Type.Kind == Kind.Array && call[0].IsConstant
        ? new HiveValue(element ? call[0].Type.Element : call[0].Type, template.Replace("{0}", $"({call[0].Sql})", StringComparison.Ordinal))
        : throw call.Refused();

    private static HiveValue Array(HiveCall call)
    {
        var type = HiveTypes.Common(call.Values) ?? throw call.Refused();
        type = type.Kind == Kind.Unknown ? TrinoType.Varchar : type;
        var items = string.Join(", ", call.Values.Select(v => HiveCasts.To(v, type, call.Context).Sql));
        var array = TrinoType.Array(type);
        return new HiveValue(array, $"CAST([{items}] AS {DuckTypes.Of(array)})");
    }

    /// <summary>Of a key that comes twice the last value.</summary>
    private static HiveValue Map(HiveCall call)
    {
        if (call.Count % 2 == 1)
        {
            throw HiveError.Semantic(HiveError.WrongCount, "Arguments length mismatch: Arguments must be in key/value pairs", call.Node);
        }

        var pairs = call.Values.Chunk(2).GroupBy(p => p[0].Literal ?? p[0].Sql).Select(g => g.Last()).ToList();
        var key = HiveTypes.Common(pairs.Select(p => p[0])) ?? throw call.Refused();
        var value = HiveTypes.Common(pairs.Select(p => p[1])) ?? throw call.Refused();
        key = key.Kind == Kind.Unknown ? TrinoType.Varchar : key;
        value = value.Kind == Kind.Unknown ? TrinoType.Varchar : value;
        string Items(int index, TrinoType type) => string.Join(", ", pairs.Select(p => HiveCasts.To(p[index], type, call.Context).Sql));
        var map = TrinoType.Map(key, value);
        return new HiveValue(map, $"CAST(map([{Items(0, key)}], [{Items(1, value)}]) AS {DuckTypes.Of(map)})");
    }

    public static HiveValue Struct(ImmutableArray<HiveValue> values, ImmutableArray<string?> names)
    {
        var type = TrinoType.Row([.. values.Select(v => v.Type)], names);
        return new HiveValue(type, $"struct_pack({string.Join(", ", values.Select((v, i) => $"f{i} := {(v.IsNull ? "CAST(NULL AS INTEGER)" : v.Sql)}"))})");
    }

    private static HiveValue NamedStruct(HiveCall call)
    {
        if (call.Count % 2 == 1)
        {
            throw HiveError.Semantic(HiveError.WrongCount, "Arguments length mismatch: NAMED_STRUCT expects an even number of arguments.", call.Node);
        }

        var pairs = call.Values.Chunk(2).ToList();
        return pairs.Exists(p => p[0].Literal is null || !p[0].IsText)
            ? throw call.Refused()
            : Struct([.. pairs.Select(p => p[1])], [.. pairs.Select(p => (string?)p[0].Literal!.ToLowerInvariant())]);
    }

    private static HiveValue Size(HiveCall call) => call[0].Type.Kind switch
    {
        Kind.Array => HiveCall.Integer($"coalesce(len({call[0].Sql}), -1)"),
        Kind.Map => HiveCall.Integer($"coalesce(cardinality({call[0].Sql}), -1)"),
        Kind.Unknown => HiveCall.Integer("-1"),
        _ => throw HiveError.Semantic(HiveError.WrongType, $"Argument type mismatch: \"map\" or \"list\" is expected at function SIZE, but \"{HiveTypes.Name(call[0].Type)}\" is found", call.Node.Items[0]),
    };

    /// <summary>Never NULL: a NULL holds nothing, and nothing holds a NULL.</summary>
    private static HiveValue Contains(HiveCall call)
    {
        if (call[0].Type.Kind != Kind.Array)
        {
            throw call.Mismatch(0, "array");
        }

        var element = call[0].Type.Element;
        if (!call[1].Type.Equals(element) && !(call[1].IsText && element.IsText))
        {
            throw call.Mismatch(1, HiveTypes.Name(element));
        }

        return HiveValue.Boolean($"coalesce(list_contains({call[0].Sql}, {call[1].Sql}), false)");
    }

    private static HiveValue OfMap(HiveCall call, int index)
    {
        if (call[0].Type.Kind != Kind.Map)
        {
            throw call.Mismatch(0, "map");
        }

        return new HiveValue(TrinoType.Array(call[0].Type.Items[index]), $"map_{(index == 0 ? "keys" : "values")}({call[0].Sql})");
    }
}
