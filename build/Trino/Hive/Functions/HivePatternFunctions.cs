using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Regular expressions, JSON, addresses.</summary>
internal static class HivePatternFunctions
{
    private static readonly TrinoType Texts = TrinoType.Array(TrinoType.Varchar);

    public static void AddTo(HiveFunctions table)
    {
        table.Plain("regexp_extract", 2, 3, call => HiveCall.String(
            $"trino_hive_extract({call.Text(0)}, {call.Text(1)}, {(call.Count == 3 ? call.Int(2) : "CAST(1 AS INTEGER)")})"));
        table.Plain("regexp_replace", 3, 3, call => HiveCall.String($"trino_hive_replace({call.Text(0)}, {call.Text(1)}, {call.Text(2)})"));
        table.Generic("split", 2, 2, Split);
        table.Plain("get_json_object", 2, 2, call => HiveCall.String($"trino_hive_json({call.Text(0)}, {call.Text(1)})"));
        table.Plain("parse_url", 2, 3, call => HiveCall.String(call.Count == 2
            ? $"trino_hive_parse_url({call.Text(0)}, {call.Text(1)})"
            : $"trino_hive_parse_url({call.Text(0)}, {call.Text(1)}, {call.Text(2)})"));
        table.Generic("str_to_map", 1, 3, StringToMap);
    }

    private static HiveValue Split(HiveCall call)
    {
        if (call[1].IsNull)
        {
            throw HiveError.Semantic(null, "NullPointerException Cannot invoke \"Object.toString()\"");
        }

        return new HiveValue(Texts, $"trino_hive_split({call.Text(0)}, {call.OnlyText(1)})");
    }

    /// <summary>Of a key that comes twice the last value; a part without a separator has a NULL.</summary>
    private static HiveValue StringToMap(HiveCall call)
    {
        var (parts, pair) = (call.Count > 1 ? call.OnlyText(1) : "','", call.Count > 2 ? call.OnlyText(2) : "':'");
        string Get(string what) => $"trino_hive_map_{what}({call.Text(0)}, {parts}, {pair})";
        return new HiveValue(TrinoType.Map(TrinoType.Varchar, TrinoType.Varchar), $"map({Get("keys")}, {Get("values")})");
    }
}
