using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Casts that are written as calls: <c>int('5')</c>.</summary>
internal static class HiveCastFunctions
{
    public static void AddTo(HiveFunctions table)
    {
        foreach (var (name, type) in new[]
        {
            ("tinyint", TrinoType.TinyInt), ("smallint", TrinoType.SmallInt), ("int", TrinoType.Integer), ("bigint", TrinoType.BigInt),
            ("float", TrinoType.Real), ("double", TrinoType.Double), ("string", TrinoType.Varchar), ("boolean", TrinoType.Boolean),
            ("timestamp", HiveTypes.Timestamp), ("binary", TrinoType.Varbinary),
        })
        {
            table.Plain(name, 1, 1, call => HiveCasts.To(call[0], type, call.Context, written: true));
        }

        table.Generic("date", 1, 1, call => new HiveValue(TrinoType.Date, call.Day(0)));
    }
}
