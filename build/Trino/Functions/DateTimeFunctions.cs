using Cdp.Trino.Runtime.Time;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>
/// Dates and times. Without a zone, and with a constant unit, DuckDB counts alike; what a zone's clock shows over its
/// changes of offset is computed on .NET from the instant (microseconds) and the zone's name.
/// </summary>
internal static class DateTimeFunctions
{
    public const string Epoch = "DATE '1970-01-01'";

    public static void AddTo(FunctionTable table)
    {
        DateParts.AddTo(table);
        Truncate(table);
        Add(table);
        Difference(table);
        Formats(table);
        Zoned(table);
        table.Same("date(varchar(x)) -> date", $"({Epoch} + CAST(trino_varchar_to_date({{0}}) AS INTEGER))");
        table.Same("date(timestamp(p)) -> date", "CAST({0} AS DATE)");
        table.Rewrite("date(timestamptz(p)) -> date", call => $"CAST({Translation.Zones.LocalOf(call[0])} AS DATE)");
        table.Same("last_day_of_month(date) -> date", "last_day({0})");
        table.Same("last_day_of_month(timestamp(p)) -> date", "last_day({0})");
        table.Rewrite("last_day_of_month(timestamptz(p)) -> date", call => $"last_day({Translation.Zones.LocalOf(call[0])})");
        table.Rewrite("to_unixtime(timestamp(p)) -> double", call => UnixTime($"epoch_us({call[0]})", call.Type(0).Precision));
        table.Rewrite("to_unixtime(timestamptz(p)) -> double", call => Sql.Let(call[0], x => UnixTime($"epoch_us({x}.u)", call.Type(0).Precision)));
        table.Same("to_milliseconds(interval day to second) -> bigint", "{0}");
        table.Net("human_readable_seconds(double) -> varchar", "human_readable_seconds");
        table.Net("parse_duration(varchar(x)) -> interval day to second", "parse_duration");
    }

    /// <summary>A constant unit that DuckDB knows by the same name, or null.</summary>
    private static string? Unit(Call call, bool ofDate) => TextFunctions.Text(call, 0)?.ToLowerInvariant() is { } unit
        && Enum.TryParse<Unit>(unit, ignoreCase: true, out var parsed) && !char.IsAsciiDigit(unit[0]) && !(ofDate && parsed.IsClock())
        ? unit
        : null;

    private static void Truncate(FunctionTable table)
    {
        table.Rewrite("date_trunc(varchar(x), date) -> date", call => Unit(call, ofDate: true) is { } unit
            ? $"CAST(date_trunc('{unit}', {call[1]}) AS DATE)"
            : $"({Epoch} + CAST(trino_date_days_trunc({call[0]}, {Days(call[1])}) AS INTEGER))");
        table.Rewrite("date_trunc(varchar(x), timestamp(p)) -> timestamp(p)", call => Unit(call, ofDate: false) is { } unit
            ? $"date_trunc('{unit}', {call[1]})"
            : $"make_timestamp(trino_timestamp_trunc({call[0]}, epoch_us({call[1]})))");
        table.Rewrite("date_trunc(varchar(x), timestamptz(p)) -> timestamptz(p)", call => Instant(
            call[1], x => $"trino_tz_trunc({call[0]}, epoch_us({x}.u), {x}.z)"));
        table.Rewrite("date_trunc(varchar(x), time(p)) -> time(p)", call => throw call.Refuse("date_trunc of a time is not supported locally"));
    }

    private static void Add(FunctionTable table)
    {
        table.Rewrite("date_add(varchar(x), bigint, date) -> date", call =>
            $"({Epoch} + CAST(trino_date_days_add({call[0]}, {call[1]}, {Days(call[2])}) AS INTEGER))");
        table.Rewrite("date_add(varchar(x), bigint, timestamp(p)) -> timestamp(p)", call => Refusing(call, 2) ??
            $"make_timestamp(trino_timestamp_add({call[0]}, {call[1]}, epoch_us({call[2]})))");
        table.Rewrite("date_add(varchar(x), bigint, timestamptz(p)) -> timestamptz(p)", call => Refusing(call, 2) ?? Instant(
            call[2], x => $"trino_tz_add({call[0]}, {call[1]}, epoch_us({x}.u), {x}.z)"));
        table.Rewrite("date_add(varchar(x), bigint, time(p)) -> time(p)", call => throw call.Refuse("date_add of a time is not supported locally"));
    }

    /// <summary>Milliseconds added to a value that shows none change its last digit in a way we have no case of.</summary>
    private static string? Refusing(Call call, int index) =>
        TextFunctions.Text(call, 0) is not { } unit || (unit.Equals("millisecond", StringComparison.OrdinalIgnoreCase) && call.Type(index).Precision < 3)
            ? throw call.Refuse("date_add of milliseconds to this type is not supported locally")
            : null;

    private static void Difference(FunctionTable table)
    {
        table.Rewrite("date_diff(varchar(x), date, date) -> bigint", call =>
            $"trino_date_days_diff({call[0]}, {Days(call[1])}, {Days(call[2])})");
        table.Rewrite("date_diff(varchar(x), timestamp(p), timestamp(p)) -> bigint", call =>
            $"trino_timestamp_diff({call[0]}, epoch_us({call[1]}), epoch_us({call[2]}))");
        table.Rewrite("date_diff(varchar(x), timestamptz(p), timestamptz(p)) -> bigint", call => Sql.Let(
            call[1], from => Sql.Let(call[2], to => $"trino_tz_diff({call[0]}, epoch_us({from}.u), epoch_us({to}.u), {from}.z)", 1)));
        table.Rewrite("date_diff(varchar(x), time(p), time(p)) -> bigint", call => throw call.Refuse("date_diff of times is not supported locally"));
    }

    private static void Formats(FunctionTable table)
    {
        table.Same("date_format(timestamp(p), varchar(x)) -> varchar", "trino_date_format(epoch_us({0}), {1})");
        table.Rewrite("date_format(timestamptz(p), varchar(x)) -> varchar", call =>
            $"trino_date_format(epoch_us({Translation.Zones.LocalOf(call[0])}), {call[1]})");
        table.Same("date_parse(varchar(x), varchar(y)) -> timestamp(3)", "make_timestamp(trino_date_parse({0}, {1}))");
        table.Same("format_datetime(timestamp(p), varchar(x)) -> varchar", "trino_format_datetime(epoch_us({0}), {1})");
        table.Rewrite("format_datetime(timestamptz(p), varchar(x)) -> varchar", call => Sql.Let(
            call[0], x => $"trino_format_datetime_tz(epoch_us({x}.u), {x}.z, {call[1]})"));
        table.Rewrite("parse_datetime(varchar(x), varchar(y)) -> timestamptz(3)", call => Parsed(TextFunctions.Net(call, "parse_datetime")));
        table.Rewrite("from_iso8601_timestamp(varchar(x)) -> timestamptz(3)", call => Parsed(TextFunctions.Net(call, "from_iso8601_timestamp")));
        table.Same("from_iso8601_date(varchar(x)) -> date", $"({Epoch} + CAST(trino_from_iso8601_date_days({{0}}) AS INTEGER))");
        table.Rewrite("from_iso8601_timestamp_nanos(varchar(x)) -> timestamptz(9)", call => throw call.Refuse("Nanoseconds are not supported locally"));
        table.Rewrite("to_iso8601(date) -> varchar(16)", call => $"trino_date_days_to_varchar({Days(call[0])})");
        table.Rewrite(
            "to_iso8601(timestamp(p)) -> varchar",
            call => $"trino_timestamp_to_iso8601(epoch_us({call[0]}), CAST({call.Type(0).Precision} AS BIGINT))",
            types => Iso(types[0], 22));
        table.Rewrite(
            "to_iso8601(timestamptz(p)) -> varchar",
            call => Sql.Let(call[0], x => $"trino_timestamptz_to_iso8601(epoch_us({x}.u), CAST({call.Type(0).Precision} AS BIGINT), {x}.z)"),
            types => Iso(types[0], 28));
    }

    private static void Zoned(FunctionTable table)
    {
        table.Rewrite("from_unixtime(double) -> timestamptz(3)", call => FromUnixTime(call[0], "'UTC'"));
        table.Rewrite("from_unixtime(double, varchar(x)) -> timestamptz(3)", call => Both(call, FromUnixTime(call[0], $"trino_time_zone_key({call[1]})")));
        table.Rewrite("from_unixtime(double, bigint, bigint) -> timestamptz(3)", call => Both(call, FromUnixTime(call[0], $"trino_offset_zone({call[1]}, {call[2]})")));
        table.Rewrite("at_timezone(timestamptz(p), varchar(x)) -> timestamptz(p)", call => Both(
            call, Sql.Let(call[0], x => Translation.Zones.Pack($"{x}.u", $"trino_time_zone({call[1]})"))));
        table.Rewrite("with_timezone(timestamp(p), varchar(x)) -> timestamptz(p)", call => Both(
            call, Translation.Zones.Pack($"make_timestamp(trino_tz_instant(epoch_us({call[0]}), trino_time_zone({call[1]})))", $"trino_time_zone({call[1]})")));
    }

    private static string FromUnixTime(string seconds, string zone) =>
        $"CASE WHEN {seconds} IS NULL THEN NULL ELSE {Translation.Zones.Pack($"make_timestamp(trino_from_unixtime({seconds}))", zone)} END";

    private static string Both(Call call, string value) =>
        $"CASE WHEN {string.Join(" OR ", call.Arguments.Select(argument => $"{argument.Sql} IS NULL"))} THEN NULL ELSE {value} END";

    private static string Instant(string value, Func<string, string> micros) => Sql.Let(
        value, x => $"CASE WHEN {x} IS NULL THEN NULL ELSE {Translation.Zones.Pack($"make_timestamp({micros(x)})", $"{x}.z")} END");

    /// <summary>A text of an instant and a zone, as the runtime gives it.</summary>
    private static string Parsed(string value) => Sql.Let(
        value,
        x => $"CASE WHEN {x} IS NULL THEN NULL ELSE {Translation.Zones.Pack($"make_timestamp(CAST(string_split({x}, ' ')[1] AS BIGINT))", $"string_split({x}, ' ')[2]")} END");

    private static string Days(string date) => $"CAST({date} - {Epoch} AS BIGINT)";

    private static TrinoType Iso(TrinoType type, int length) => TrinoType.VarcharOf(length + (type.Precision > 0 ? type.Precision + 1 : 0));

    /// <summary>Beyond milliseconds Trino adds two quotients, and the sum is rounded once more.</summary>
    private static string UnixTime(string micros, int precision) => precision <= 3
        ? $"({micros} / 1e6)"
        : $"(floor({micros} / 1000.0) / CAST(1000 AS DOUBLE) + ((({micros} % 1000) + 1000) % 1000 * 1000000) / CAST(1000000000000 AS DOUBLE))";
}
