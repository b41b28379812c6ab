using System.Globalization;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>The built-in variables (digdag.md §2.5).</summary>
internal static class RuntimeParams
{
    public static JsonObject Of(AttemptContext context, string taskName, JsonObject given)
    {
        var attempt = context.Attempt;
        var all = new JsonObject
        {
            ["timezone"] = attempt.Timezone,
            ["session_uuid"] = attempt.SessionUuid,
            ["session_time"] = SessionTime(attempt.SessionTime, context.Zone),
            ["session_id"] = attempt.SessionId,
        };
        AddTimes(all, "session_", context.Zone, attempt.SessionTime);
        AddGiven(all, "last_session_", context.Zone, given);
        if (!AddGiven(all, "last_executed_session_", context.Zone, given))
        {
            AddEmpty(all, "last_executed_session_", context.Zone);
        }

        AddGiven(all, "next_session_", context.Zone, given);
        all["project_id"] = attempt.ProjectId;
        if (attempt.RetryAttemptName is { } name)
        {
            all["retry_attempt_name"] = name;
        }

        all["attempt_id"] = attempt.Id;
        all["task_name"] = taskName;
        return all;
    }

    /// <summary>E.g. <c>2016-01-30T00:00:00-08:00</c>; UTC is <c>+00:00</c>, never <c>Z</c>.</summary>
    public static string SessionTime(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static bool AddGiven(JsonObject all, string prefix, TimeZoneInfo zone, JsonObject given)
    {
        if (given[prefix + "time"] is not JsonValue value || value.GetValueKind() is not System.Text.Json.JsonValueKind.String)
        {
            return false;
        }

        if (DateTimeOffset.TryParseExact(
            value.GetValue<string>(),
            "yyyy-MM-dd'T'HH:mm:sszzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time))
        {
            AddTimes(all, prefix, zone, time);
        }

        return true;
    }

    private static void AddTimes(JsonObject all, string prefix, TimeZoneInfo zone, DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        all[prefix + "date"] = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        all[prefix + "date_compact"] = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        all[prefix + "local_time"] = local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        all[prefix + "tz_offset"] = Offset(local);
        all[prefix + "unixtime"] = time.ToUnixTimeSeconds();
    }

    private static void AddEmpty(JsonObject all, string prefix, TimeZoneInfo zone)
    {
        foreach (var part in (string[])["time", "date", "date_compact", "local_time"])
        {
            all[prefix + part] = "";
        }

        all[prefix + "tz_offset"] = Offset(TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch, zone));
        all[prefix + "unixtime"] = "";
    }

    private static string Offset(DateTimeOffset local) =>
        local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
