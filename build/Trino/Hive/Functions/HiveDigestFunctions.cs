using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Digests, encodings and number bases.</summary>
internal static class HiveDigestFunctions
{
    public static void AddTo(HiveFunctions table)
    {
        table.Plain("md5", 1, 1, call => HiveCall.String($"md5({Raw(call)})"));
        table.Plain("sha1 sha", 1, 1, call => HiveCall.String($"sha1({Raw(call)})"));
        table.Generic("sha2", 2, 2, Sha2);
        table.Plain("crc32", 1, 1, call => HiveCall.BigInt($"trino_hive_crc32({call.Bytes(0)})"));
        table.Generic("hash", 1, HiveFunctions.Any, Hash);
        table.Plain("hex", 1, 1, Hex);
        table.Plain("unhex", 1, 1, call => new HiveValue(TrinoType.Varbinary, $"trino_hive_unhex({call.Text(0)})"));
        table.Plain("base64", 1, 1, call => call[0].Type.Kind is Kind.Varbinary or Kind.Unknown ? HiveCall.String($"base64({call.Bytes(0)})") : throw call.Refused());
        table.Plain("unbase64", 1, 1, call => new HiveValue(TrinoType.Varbinary, $"trino_hive_unbase64({call.Text(0)})"));
        table.Plain("bin", 1, 1, call => HiveCall.String($"bin({call.Long(0)})"));
        table.Plain("conv", 3, 3, call => HiveCall.String($"trino_hive_conv({call.Text(0)}, {call.Int(1)}, {call.Int(2)})"));
        table.Generic("encode", 2, 2, call => IsUtf8(call)
            ? new HiveValue(TrinoType.Varbinary, $"encode({call.OnlyText(0)})")
            : throw call.Refused());
        table.Generic("decode", 2, 2, call => IsUtf8(call) && call[0].Type.Kind == Kind.Varbinary ? HiveCall.String($"decode({call[0].Sql})") : throw call.Refused());
    }

    private static bool IsUtf8(HiveCall call) => call[1].Literal?.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) == true;

    private static string Raw(HiveCall call) => call[0].Type.Kind == Kind.Varbinary ? call[0].Sql : call.Text(0);

    private static HiveValue Sha2(HiveCall call)
    {
        if (!(call[0].IsText || call[0].Type.Kind == Kind.Varbinary))
        {
            throw call[0].IsNull ? call.Refused() : call.Mismatch(0, "STRING_GROUP, BINARY_GROUP");
        }

        if (!call[1].Type.IsNumeric)
        {
            throw call.Mismatch(1, "NUMERIC_GROUP");
        }

        return call[1].Literal is "256" or "0"
            ? HiveCall.String($"sha256({call[0].Sql})")
            : HiveCall.String($"trino_hive_sha2({call.Bytes(0)}, {call.Int(1)})");
    }

    /// <summary>Of each value Java's hash, one after another.</summary>
    private static HiveValue Hash(HiveCall call)
    {
        var sql = "CAST(0 AS BIGINT)";
        foreach (var value in call.Values)
        {
            var one = value.Type.Kind switch
            {
                Kind.Varchar => $"coalesce(trino_hive_hash({value.Sql}), 0)",
                Kind.TinyInt or Kind.SmallInt or Kind.Integer => $"coalesce({value.Sql}, 0)",
                Kind.Boolean => $"coalesce(CAST({value.Sql} AS INTEGER), 0)",
                Kind.Unknown => "0",
                _ => throw call.Refused(),
            };
            sql = $"CAST({HiveCasts.Wrapped($"{sql} * 31 + {one}", TrinoType.Integer)} AS BIGINT)";
        }

        return HiveCall.Integer(sql);
    }

    private static HiveValue Hex(HiveCall call) => call[0].Type.Kind switch
    {
        Kind.Varchar or Kind.Char or Kind.Varbinary or Kind.Unknown => HiveCall.String($"hex({call.Bytes(0)})"),
        _ when call[0].Type.IsInteger => HiveCall.String($"upper(hex({call.Long(0)}))"),
        _ => throw call.Refused(),
    };
}
