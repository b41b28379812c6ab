using System.Globalization;
using Cdp.Trino.Runtime;
using Cdp.Trino.Runtime.Td;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>Treasure Data's own functions (td_functions.md A). Windows of constants become two comparisons, which prune.</summary>
internal static class TdFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Rewrite("td_time_parse(varchar) -> bigint", "trino_td_time_parse({0}, 'UTC')");
        table.Net("td_time_parse(varchar, varchar) -> bigint", "td_time_parse");
        table.Rewrite("td_time_format(bigint, varchar) -> varchar", "trino_td_time_format({0}, {1}, 'UTC')");
        table.Net("td_time_format(bigint, varchar, varchar) -> varchar", "td_time_format");
        table.Rewrite("td_time_string(bigint, varchar) -> varchar", "trino_td_time_string({0}, {1}, 'UTC')");
        table.Net("td_time_string(bigint, varchar, varchar) -> varchar", "td_time_string");
        table.Rewrite("td_date_trunc(varchar, bigint) -> bigint", "trino_td_date_trunc({0}, {1}, 'UTC')");
        table.Net("td_date_trunc(varchar, bigint, varchar) -> bigint", "td_date_trunc");
        table.Net("td_time_add(bigint, varchar) -> bigint", "td_time_add");
        table.Rewrite("td_time_add(bigint, varchar, varchar) -> bigint", "trino_td_time_add({0}, {1})");
        table.Rewrite("td_time_add(varchar, varchar) -> bigint", "trino_td_time_add(trino_td_time_parse({0}, 'UTC'), {1})");
        table.Rewrite("td_time_add(varchar, varchar, varchar) -> bigint", "trino_td_time_add(trino_td_time_parse({0}, {2}), {1})");
        table.Rewrite("td_scheduled_time() -> bigint", call => Sql.Number(Scheduled(call)));
        foreach (var count in (string[])["A", "A, B", "A, B, C"])
        {
            table.Rewrite($"td_time_range(bigint, {count}) -> boolean", Range);
        }

        table.Rewrite("td_interval(bigint, varchar) -> boolean", call => Between(call[0], Window(call, 1, 2)));
        table.Rewrite("td_interval(bigint, varchar, varchar) -> boolean", call => Between(call[0], Window(call, 1, 2)));
        table.Rewrite("td_interval_range(varchar) -> array(bigint)", call => List(Window(call, 0, 1)));
        table.Rewrite("td_interval_range(varchar, varchar) -> array(bigint)", call => List(Window(call, 0, 1)));
        table.Same("td_md5(varchar) -> varchar", "md5({0})");
        table.Net("td_url_decode(varchar) -> varchar", "td_url_decode");
        table.Net("td_url_decode(varchar, varchar) -> varchar", "td_url_decode");
        table.Window("td_sessionize_window(bigint, bigint) -> varchar", Session);
        Refused(table);
    }

    /// <summary>
    /// The id is made on .NET from the partition's key and its times up to the row: the engine has no window over a
    /// window. Fit for partitions of persons, not for one of a whole table.
    /// </summary>
    private static string Session(Call call)
    {
        const string partition = "PARTITION BY ";
        const string order = " ORDER BY ";
        var start = call.Over.IndexOf(partition, StringComparison.Ordinal);
        var end = call.Over.LastIndexOf(order, StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            throw call.Refuse("TD_SESSIONIZE_WINDOW without PARTITION BY and ORDER BY is not supported locally");
        }

        var key = call.Over[(start + partition.Length)..end];
        var times = $"list(CAST({call[0]} AS VARCHAR)){call.Over}";
        return $"trino_td_session({times}, concat({call[1]}, ' ', CAST(row({key}) AS VARCHAR)))";
    }

    private static void Refused(FunctionTable table)
    {
        foreach (var signature in (string[])["td_parse_agent(varchar) -> map(varchar,varchar)", "td_parse_user_agent(varchar) -> varchar", "td_parse_user_agent(varchar, varchar) -> varchar", "td_currency_conv(varchar, varchar, varchar, double) -> varchar", "td_lat_long_to_country(varchar, double, double) -> varchar"])
        {
            Refuse(table, signature);
        }

        foreach (var name in (string[])["country_code", "country_name", "city_name", "postal_code", "time_zone", "metro_code", "domain", "connection_type", "latitude", "longitude", "most_specific_subdivision_name", "least_specific_subdivision_name"])
        {
            Refuse(table, $"td_ip_to_{name}(varchar) -> varchar");
        }

        Refuse(table, "td_ip_to_subdivision_names(varchar) -> array(varchar)");
        table.Refuse("smart_digest(varchar) -> varchar", "has no public definition: use td_md5");
        table.Refuse("smart_digest(varchar, double) -> varchar", "has no public definition: use td_md5");
        table.Refuse("td_approx_most_frequent(bigint, A, bigint) -> map(A,bigint)", "is not supported locally: GROUP BY, ORDER BY the count and LIMIT");
        table.Refuse("td_sessionize(bigint, bigint, varchar) -> varchar", "is Hive's: use TD_SESSIONIZE_WINDOW");
    }

    private static void Refuse(FunctionTable table, string signature) =>
        table.Refuse(signature, "needs data that is not shipped; it runs on the platform only");

    private static long Scheduled(Call call) => (call.Context.ScheduledTime ?? call.Context.Now).ToUnixTimeSeconds();

    private static (long Start, long End) Window(Call call, int interval, int zone)
    {
        var name = call.Count > zone ? call.Arguments[zone].Constant : "UTC";
        return call.Arguments[interval].Constant is { } text && name is not null
            ? Now(call, () => TdInterval.Window(text, Scheduled(call), name))
            : throw call.Refuse("An interval or zone that is not constant is not supported locally");
    }

    /// <summary>What is wrong with a constant is said when the statement is read, with its place.</summary>
    private static T Now<T>(Call call, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (TrinoFailure failure)
        {
            throw new TrinoException(failure.Name, failure.Message, call.At.Line, call.At.Column);
        }
    }

    private static string Between(string time, (long Start, long End) window) =>
        $"({time} >= {Sql.Number(window.Start)} AND {time} < {Sql.Number(window.End)})";

    private static string List((long Start, long End) window) => $"[CAST({window.Start} AS BIGINT), CAST({window.End} AS BIGINT)]";

    /// <summary>NULL bounds are open; texts are read in the zone. A zone alone in the place of the end is refused unless the fourth is NULL.</summary>
    private static string Range(Call call)
    {
        var zone = call.Count > 3 && !call.Arguments[3].IsNull ? call.Arguments[3] : null;
        var end = call.Count > 2 ? call.Arguments[2] : null;
        if (end?.Constant is { } name && end.Type.IsText && TdZones.Find(name) is not null)
        {
            zone = call.Count == 4 && zone is null ? end : throw new TrinoException(
                "INVALID_FUNCTION_ARGUMENT",
                $"'{name}' stands in the place of the end of TD_TIME_RANGE. Write the zone fourth: TD_TIME_RANGE(time, start, NULL, '{name}')",
                call.At.Line,
                call.At.Column);
            end = null;
        }

        var zoneSql = zone?.Sql ?? "'UTC'";
        var conditions = new[] { Bound(call, call.Arguments[1], ">=", zone, zoneSql), end is null ? null : Bound(call, end, "<", zone, zoneSql) }
            .Where(condition => condition is not null).ToList();
        return conditions.Count == 0 ? $"({call[0]} IS NOT NULL)" : $"({string.Join(" AND ", conditions)})";
    }

    private static string? Bound(Call call, Typed bound, string comparison, Typed? zone, string zoneSql)
    {
        if (bound.IsNull)
        {
            return null;
        }

        if (bound.Constant is { } text && bound.Type.IsText && (zone is null || zone.Constant is not null))
        {
            var instant = Now(call, () => TdTime.Parse(text, zone?.Constant ?? "UTC"))
                ?? throw new TrinoException("INVALID_FUNCTION_ARGUMENT", $"'{text}' is no time for TD_TIME_RANGE", call.At.Line, call.At.Column);
            return $"{call[0]} {comparison} {instant.ToString(CultureInfo.InvariantCulture)}";
        }

        if (bound.Type.IsText)
        {
            return Sql.Let(bound.Sql, x => $"({x} IS NULL OR {call[0]} {comparison} trino_td_time_parse({x}, {zoneSql}))");
        }

        return bound.Constant is not null ? $"{call[0]} {comparison} {bound.Sql}"
            : bound.Type.IsNumeric ? Sql.Let(bound.Sql, x => $"({x} IS NULL OR {call[0]} {comparison} {x})")
            : throw new TrinoException("TYPE_MISMATCH", $"A {bound.Type.Name} cannot bound TD_TIME_RANGE", call.At.Line, call.At.Column);
    }
}
