namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Reads a date column of any type as unix seconds; what cannot be read is NULL, never an error.</summary>
internal static class PrestoDates
{
    public static string Unixtime(ColumnPlan plan)
    {
        var column = Sql.Name(plan.Source);
        return plan.SourceType switch
        {
            "bigint" or "integer" or "int" => ByMagnitude(column),
            "double" or "real" => ByMagnitude($"CAST(floor({column}) AS bigint)"),
            "date" => $"CAST(floor(to_unixtime(CAST({column} AS timestamp))) AS bigint)",
            var type when type.StartsWith("timestamp", StringComparison.Ordinal) =>
                $"CAST(floor(to_unixtime({column})) AS bigint)",
            _ => FromText($"trim({column})", plan.Options),
        };
    }

    /// <summary>Seconds have up to 11 digits, milliseconds 14, microseconds 17.</summary>
    private static string ByMagnitude(string number) =>
        $"{number} / CASE WHEN abs({number}) < 100000000000 THEN 1 WHEN abs({number}) < 100000000000000 THEN 1000 "
        + $"WHEN abs({number}) < 100000000000000000 THEN 1000000 ELSE 1000000000 END";

    private static string FromText(string text, ColumnOptions options)
    {
        var isIso = $"regexp_like({text}, '^[0-9]{{4}}[-/][0-9]')";
        var readings = new List<string>
        {
            $"CASE WHEN regexp_like({text}, '^-?[0-9]{{9,18}}$') THEN TRY_CAST({text} AS bigint) / CASE WHEN length({text}) <= 11 "
                + $"THEN 1 WHEN length({text}) <= 14 THEN 1000 WHEN length({text}) <= 17 THEN 1000000 ELSE 1000000000 END END",
            $"CASE WHEN {isIso} THEN TRY(TD_TIME_PARSE({text}, 'UTC')) END",
            $"CASE WHEN {isIso} THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp({text}))) AS bigint)) END",
        };
        readings.AddRange(
            options.DateFormats.Select(
                f => $"TRY(CAST(floor(to_unixtime(date_parse({text}, {Sql.Text(DateFormats.ToMysql(f))}))) AS bigint))"));
        return $"COALESCE({string.Join(", ", readings)})";
    }
}
