using System.Globalization;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Unix times, patterns and zones. The engine's own zone is UTC.</summary>
internal static class HiveTimeFunctions
{
    private const string Plain = "'yyyy-MM-dd HH:mm:ss'";

    public static void AddTo(HiveFunctions table)
    {
        table.Generic("current_timestamp", 0, 0, call => Moment(call.Context.Now.ToUnixTimeMilliseconds() * 1000));
        table.Generic("current_date", 0, 0, call => HiveCasts.To(Moment(call.Context.Now.ToUnixTimeMilliseconds() * 1000), TrinoType.Date, call.Context));
        table.Generic("unix_timestamp", 0, 2, call => call.Count == 0 ? Seconds(call.Context.Now.ToUnixTimeSeconds()) : Unix(call));
        table.Generic("to_unix_timestamp", 1, 2, Unix);
        table.Generic("from_unixtime", 1, 2, FromUnix, HiveError.WrongArguments);
        table.Generic("date_format", 2, 2, Format);
        table.Generic("from_utc_timestamp", 2, 2, call => Zoned(call, "trino_hive_from_utc({0}, {1})"));
        table.Generic("to_utc_timestamp", 2, 2, call => Zoned(call, $"trino_hive_to_utc({{0}}, {{1}}, {call.Version})"));
        foreach (var unit in new[] { "year", "quarter", "month", "day", "hour", "minute", "second" })
        {
            table.Plain($"floor_{unit}", 1, 1, call => call[0].Type.Kind == Kind.Timestamp
                ? new HiveValue(HiveTypes.Timestamp, $"CAST(date_trunc('{unit}', {call[0].Sql}) AS TIMESTAMP)")
                : throw call.NoMatch());
        }
    }

    private static HiveValue Moment(long micros) =>
        new(HiveTypes.Timestamp, $"make_timestamp(CAST({micros.ToString(CultureInfo.InvariantCulture)} AS BIGINT))") { IsConstant = true };

    private static HiveValue Seconds(long seconds) => HiveCall.BigInt(seconds.ToString(CultureInfo.InvariantCulture));

    private static HiveValue Unix(HiveCall call)
    {
        if (call[0].IsTemporal)
        {
            return HiveCall.BigInt($"floor(epoch_us(CAST({call[0].Sql} AS TIMESTAMP)) / 1000000)");
        }

        if (!call[0].IsText)
        {
            throw call.Mismatch(0, "string/date/timestamp", HiveError.WrongArguments);
        }

        return call.Count == 1 ? HiveCall.BigInt($"trino_hive_unix({call[0].Sql}, {call.Version})")
            : call[1].IsText ? HiveCall.BigInt($"trino_hive_unix_by({call[0].Sql}, {call[1].Sql}, {call.Version})")
            : throw HiveError.Semantic(HiveError.WrongArguments, "Wrong arguments: The time pattern for UNIX_TIMESTAMP should be string type", call.Node);
    }

    private static HiveValue FromUnix(HiveCall call)
    {
        if (call[0].IsNull && !call.Context.IsFour)
        {
            return HiveCall.String("CAST(NULL AS VARCHAR)");
        }

        if (call[0].Type.Kind is not (Kind.Integer or Kind.BigInt))
        {
            throw call[0].Type.Kind is Kind.TinyInt or Kind.SmallInt ? call.Refused() : call.Mismatch(0, "int/long", HiveError.WrongArguments);
        }

        if (call.Count == 2 && call[1].IsNull)
        {
            return call.Context.IsFour ? throw call.Mismatch(1, "STRING_GROUP") : HiveCall.String("CAST(NULL AS VARCHAR)");
        }

        var pattern = call.Count == 2 ? call.OnlyText(1) : Plain;
        return pattern == Plain
            ? HiveCall.String(Translation.Sql.Let(call.Long(0), x => $"CASE WHEN {x} BETWEEN -12219292800 AND 253402300799 THEN strftime(make_timestamp({x} * 1000000), '%Y-%m-%d %H:%M:%S') ELSE trino_hive_from_unixtime({x}, {Plain}, {call.Version}) END"))
            : HiveCall.String($"trino_hive_from_unixtime({call.Long(0)}, {pattern}, {call.Version})");
    }

    private static HiveValue Format(HiveCall call)
    {
        if (!(call[0].IsText || call[0].IsTemporal))
        {
            throw call.Mismatch(0, "STRING_GROUP, DATE_GROUP");
        }

        var micros = call[0].IsText ? $"trino_hive_moment({call[0].Sql}, {call.Version})" : $"epoch_us(CAST({call[0].Sql} AS TIMESTAMP))";
        return HiveCall.String($"trino_hive_date_format({micros}, {call.OnlyText(1)}, {call.Version})");
    }

    private static HiveValue Zoned(HiveCall call, string template)
    {
        var micros = call[0].Type.Kind switch
        {
            Kind.Date or Kind.Timestamp => $"epoch_us(CAST({call[0].Sql} AS TIMESTAMP))",
            Kind.Varchar or Kind.Char => $"epoch_us({HiveCasts.To(call[0], HiveTypes.Timestamp, call.Context).Sql})",
            Kind.Integer or Kind.BigInt => $"({call.Long(0)} * 1000)",
            Kind.Unknown => "CAST(NULL AS BIGINT)",
            _ => throw call.Refused(),
        };
        var sql = string.Format(CultureInfo.InvariantCulture, template, micros, call.Text(1));
        return new HiveValue(HiveTypes.Timestamp, $"make_timestamp({sql})");
    }
}
