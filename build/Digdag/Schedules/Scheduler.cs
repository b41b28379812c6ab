using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Schedules;

/// <summary>Reads the <c>schedule:</c> of a workflow (spec §1.4).</summary>
public static class Scheduler
{
    private const string Key = "schedule";
    private static readonly string[] Common = ["skip_on_overtime", "skip_delayed_by", "start", "end"];

    /// <summary>The scheduler of a workflow, or null when it has none.</summary>
    /// <exception cref="DigdagConfigException">With the position in the workflow's files.</exception>
    public static IScheduler? Of(WorkflowDefinition workflow)
    {
        try
        {
            return Of(workflow.Config, workflow.TimeZone);
        }
        catch (DigdagConfigException ex)
        {
            throw workflow.Located(new(ex.Message, ex.Words, ex.Position, ex) { KeyPath = SourceMap.Join("", Key) });
        }
    }

    /// <param name="workflow">The workflow's top-level configuration.</param>
    public static IScheduler? Of(JsonObject workflow, string timeZone) =>
        workflow[Key] switch
        {
            null => null,
            JsonObject schedule => Read(schedule, timeZone),
            var other => throw ConfigValue.Unexpected("object type", Key, other),
        };

    /// <summary>A push refuses what no scheduler reads, although <c>check</c> only logs it: <c>delay</c> among others.</summary>
    public static void RefuseUnusedKeys(WorkflowDefinition workflow)
    {
        if (workflow.Config[Key] is not JsonObject schedule)
        {
            return;
        }

        string[] used = [.. Common, "_type", .. schedule.ContainsKey("_type") ? (string[])[] : ["_command", TypeKey(schedule)]];
        var unused = schedule.Select(e => e.Key).Where(k => !used.Contains(k)).ToList();
        if (unused.Count > 0)
        {
            throw workflow.Located(new(string.Concat(unused.Select(k => Unused(k, used))))
            {
                KeyPath = SourceMap.Join(SourceMap.Join("", Key), unused[0]),
            });
        }
    }

    private static string Unused(string key, IEnumerable<string> used) =>
        Suggestion.For(key, used, 0.5) is { Count: > 0 } meant
            ? $"Parameter '{key}' is not used at schedule. > Did you mean '[{string.Join(", ", meant)}]'?\n"
            : $"Parameter '{key}' is not used at schedule. \n";

    private static string TypeKey(JsonObject schedule) =>
        schedule.Select(e => e.Key).FirstOrDefault(k => k.EndsWith('>')) ??
        throw new DigdagConfigException($"Schedule config requires 'type>: at' parameter: {JsonText.Of(schedule)}");

    private static IScheduler Read(JsonObject schedule, string timeZone)
    {
        var config = schedule.Copy();
        if (!config.ContainsKey("_type"))
        {
            var key = TypeKey(config);
            config["_command"] = config.Required(key).DeepClone();
            config["_type"] = key[..^1];
        }

        return config.GetString("_type") switch
        {
            "cron" => Cron(config, timeZone, config.GetString("_command"), Delay(config)),
            "minutes_interval" => Cron(config, timeZone, $"*/{Number(config)} * * * *", Delay(config)),
            "hourly" => Cron(config, timeZone, "0 * * * *", ScheduleClock.Hourly(At(config))),
            "daily" => Cron(config, timeZone, "0 0 * * *", ScheduleClock.Daily("daily>", At(config))),
            "weekly" => Weekly(config, timeZone),
            "monthly" => Monthly(config, timeZone),
            "seconds_interval" => Seconds(config),
            var other => throw new DigdagConfigException($"Unknown scheduler type: {other}"),
        };
    }

    private static string At(JsonObject config) => config.GetStringOrNull("_command") ?? config.GetString("at");

    private static string Number(JsonObject config) => config.GetInt("_command").ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Delay(JsonObject config) => TimeSpan.FromSeconds(config.GetLong("delay", 0));

    private static CronScheduler Cron(JsonObject config, string timeZone, string pattern, TimeSpan delay)
    {
        var (start, end) = ScheduleLimits.Of(config, ZoneName.Find(timeZone));
        return new(new(CronPattern.Parse(pattern), ScheduleLimits.CalendarZone(timeZone)), delay, start, end);
    }

    private static CronScheduler Weekly(JsonObject config, string timeZone)
    {
        var at = At(config);
        var parts = at.Split(',', 2);
        if (parts.Length != 2)
        {
            throw DayAndTime("weekly", at);
        }

        var day = parts[0].Trim();
        if (int.TryParse(day, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < 0)
        {
            throw new DigdagConfigException($"weekly>: invalid day: {day}");
        }

        var delay = ScheduleClock.Daily("weekly>", parts[1].Trim());
        return CronPattern.IsValid($"0 0 * * {day}")
            ? Cron(config, timeZone, $"0 0 * * {day}", delay)
            : throw DayAndTime("weekly", at);
    }

    private static CronScheduler Monthly(JsonObject config, string timeZone)
    {
        var at = At(config);
        var parts = at.Split(',', 2);
        return parts.Length == 2 &&
            int.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day)
            ? Cron(config, timeZone, $"0 0 {day} * *", ScheduleClock.Daily("monthly>", parts[1]))
            : throw DayAndTime("monthly", at);
    }

    private static SecondsScheduler Seconds(JsonObject config) =>
        config.GetInt("_command") is > 0 and var interval
            ? new(interval, Delay(config))
            : throw new DigdagConfigException("seconds_interval> must be 1 or more");

    private static DigdagConfigException DayAndTime(string type, string at) =>
        new($"{type}>: scheduler requires day,hh:mm:ss format: {at}");
}
