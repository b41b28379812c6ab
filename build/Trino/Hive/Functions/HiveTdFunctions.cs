using System.Collections.Immutable;
using Cdp.Trino.Functions;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>
/// Treasure Data's functions in Hive (td_functions.md A). Those of both engines are computed as in Trino; the rest is Hive's own.
/// </summary>
internal static class HiveTdFunctions
{
    private static readonly ImmutableHashSet<string> Shared =
    [
        "td_time_parse", "td_time_format", "td_time_range", "td_time_add", "td_date_trunc", "td_interval", "td_scheduled_time", "td_md5", "td_url_decode",
        "td_parse_agent", "td_parse_user_agent", "td_lat_long_to_country",
    ];

    private static readonly ImmutableHashSet<string> Own = ["td_divide", "td_array_index", "td_url_encode", "td_substring_inencoding"];

    public static bool Has(string name) => Shared.Contains(name) || Own.Contains(name) || name.StartsWith("td_ip_to_", StringComparison.Ordinal);

    public static HiveValue Make(HiveCall call) => call.Name switch
    {
        "td_divide" when call.Count == 2 => HiveCall.Real($"CASE WHEN {call.Double(1)} = 0 THEN 0 ELSE {call.Double(0)} / {call.Double(1)} END"),
        "td_array_index" when call.Count == 2 && call[0].Type.Kind == Kind.Array =>
            new HiveValue(call[0].Type.Element, $"(CASE WHEN {call.Int(1)} >= 0 THEN {call[0].Sql}[{call.Int(1)} + 1] END)"),
        _ when Own.Contains(call.Name) => throw call.Refused(),
        _ => AsInTrino(call),
    };

    private static HiveValue AsInTrino(HiveCall call)
    {
        var entry = FunctionTable.All.Find(call.Name, Dialect.Td).FirstOrDefault(e => e.Accepts(call.Count) && Fits(e, call)) ?? throw call.Refused();
        var values = call.Values.Select((v, i) => Converted(v, entry.Parameter(i).ToString()!, call)).ToImmutableArray();
        var result = entry.Result.ToString() switch
        {
            "bigint" => TrinoType.BigInt,
            "boolean" => TrinoType.Boolean,
            "varchar" => TrinoType.Varchar,
            _ => throw call.Refused(),
        };
        var query = new QueryContext { Database = call.Context.Database, Now = call.Context.Now, ScheduledTime = call.Context.Scheduled };
        try
        {
            return new HiveValue(result, $"({entry.Emit(new Call(entry, values, result, call.Node.At, query))})");
        }
        catch (TrinoException error) when (error.ErrorName != TrinoException.NotSupportedLocally)
        {
            throw HiveError.Semantic(HiveError.WrongArguments, $"Wrong arguments: {error.Message}", call.Node);
        }
    }

    private static bool Fits(FunctionEntry entry, HiveCall call)
    {
        for (var i = 0; i < call.Count; i++)
        {
            var text = entry.Parameter(i).ToString() == "varchar";
            var number = entry.Parameter(i).ToString() == "bigint";
            if ((text && !(call[i].IsText || call[i].IsNull)) || (number && !(call[i].Type.IsInteger || call[i].IsNull)))
            {
                return false;
            }
        }

        return true;
    }

    private static Typed Converted(HiveValue value, string parameter, HiveCall call)
    {
        var type = parameter switch
        {
            "bigint" => TrinoType.BigInt,
            "varchar" => TrinoType.Varchar,
            _ when value.IsNull => value.Type,
            _ when value.Type.IsInteger => TrinoType.BigInt,
            _ when value.IsText => TrinoType.Varchar,
            _ => throw call.Refused(),
        };
        return new Typed(type, value.IsNull && type.Kind == Kind.Unknown ? "NULL" : HiveCasts.To(value, type, call.Context).Sql) { Constant = value.Literal };
    }
}
