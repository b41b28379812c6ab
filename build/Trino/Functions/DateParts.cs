using Cdp.Trino.Translation;

namespace Cdp.Trino.Functions;

/// <summary>year(x) and the like: numbers of what the clock shows. Weeks and their years are ISO's, Monday is 1.</summary>
internal static class DateParts
{
    private static readonly (string Name, string Template)[] OfDate =
    [
        ("year", "year({0})"),
        ("quarter", "quarter({0})"),
        ("month", "month({0})"),
        ("week", "week({0})"),
        ("week_of_year", "week({0})"),
        ("day", "day({0})"),
        ("day_of_month", "day({0})"),
        ("day_of_week", "isodow({0})"),
        ("dow", "isodow({0})"),
        ("day_of_year", "dayofyear({0})"),
        ("doy", "dayofyear({0})"),
        ("year_of_week", "isoyear({0})"),
        ("yow", "isoyear({0})"),
    ];

    private static readonly (string Name, string Template)[] OfTime =
    [
        ("hour", "hour({0})"),
        ("minute", "minute({0})"),
        ("second", "(second({0}))"),
        ("millisecond", "(millisecond({0}) % 1000)"),
    ];

    private static readonly (string Name, long Unit, long Limit)[] OfInterval =
    [
        ("day", 86_400_000, long.MaxValue),
        ("hour", 3_600_000, 24),
        ("minute", 60_000, 60),
        ("second", 1_000, 60),
        ("millisecond", 1, 1_000),
    ];

    public static void AddTo(FunctionTable table)
    {
        foreach (var (name, template) in OfDate)
        {
            table.Same($"{name}(date) -> bigint", template);
        }

        table.Same("hour(time(p)) -> bigint", "hour({0})");
        table.Same("minute(time(p)) -> bigint", "minute({0})");
        table.Same("second(time(p)) -> bigint", "second({0})");
        table.Same("millisecond(time(p)) -> bigint", "(millisecond({0}) % 1000)");
        foreach (var (name, template) in OfDate.Concat(OfTime))
        {
            table.Same($"{name}(timestamp(p)) -> bigint", template);
            table.Rewrite($"{name}(timestamptz(p)) -> bigint", call => template.Replace("{0}", Zones.LocalOf(call[0]), StringComparison.Ordinal));
        }

        foreach (var (name, unit, limit) in OfInterval)
        {
            // DuckDB's // cuts towards zero, as Java's does.
            var rest = limit == long.MaxValue ? "" : $" % {limit}";
            table.Rewrite($"{name}(interval day to second) -> bigint", call => $"(({call[0]} // {unit}){rest})");
        }

        table.Same("year(interval year to month) -> bigint", "CAST(CAST({0} AS BIGINT) // 12 AS BIGINT)");
        table.Same("month(interval year to month) -> bigint", "CAST(CAST({0} AS BIGINT) % 12 AS BIGINT)");
        table.Rewrite("timezone_hour(timestamptz(p)) -> bigint", call => Sql.Let(
            call[0], x => $"CAST(trunc(trino_tz_offset_minutes(epoch_us({x}.u), {x}.z) / 60) AS BIGINT)"));
        table.Rewrite("timezone_minute(timestamptz(p)) -> bigint", call => Sql.Let(
            call[0], x => $"(trino_tz_offset_minutes(epoch_us({x}.u), {x}.z) % 60)"));
    }
}
