using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

/// <summary><c>sla:</c> of a workflow: when it is due, and which tasks it then adds.</summary>
internal static class Sla
{
    /// <summary>How long after the start; null when the workflow has none.</summary>
    /// <exception cref="EngineException">Neither or both of <c>time</c> and <c>duration</c>, or not HH:MM[:SS].</exception>
    public static TimeSpan? Due(JsonObject workflow, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (workflow["sla"] is not JsonObject sla)
        {
            return null;
        }

        var time = sla["time"]?.ToString();
        var duration = sla["duration"]?.ToString();
        if (time is null == duration is null)
        {
            throw new EngineException(
                EngineFault.Invalid, "SLA must be specified using either the 'time' or 'duration' option");
        }

        var span = Parse(time is null ? "duration" : "time", (time ?? duration)!);
        if (time is null)
        {
            return span;
        }

        var local = TimeZoneInfo.ConvertTime(now, zone);
        var due = local.Date + span;
        var first = new DateTimeOffset(due, zone.GetUtcOffset(due));
        return first < now ? first.AddDays(1) - now : first - now;
    }

    /// <summary>Name and body of each subtree, in digdag's order.</summary>
    public static IEnumerable<(string Name, JsonObject Body)> Tasks(JsonObject workflow)
    {
        var sla = ((JsonObject)workflow["sla"]!).Copy();
        var alert = Flag(sla, "alert", true);
        var fail = Flag(sla, "fail", false);
        foreach (var key in (string[])["time", "duration", "alert", "fail"])
        {
            sla.Remove(key);
        }

        if (alert)
        {
            yield return ("^sla^alert", new() { ["_type"] = "notify", ["_command"] = "SLA violation" });
        }

        if (fail)
        {
            yield return ("^sla^fail", new() { ["_type"] = "fail", ["_command"] = "SLA violation" });
        }

        yield return ("^sla", sla);
    }

    private static bool Flag(JsonObject sla, string key, bool otherwise)
    {
        try
        {
            return sla.GetBool(key, otherwise);
        }
        catch (DigdagConfigException)
        {
            // digdag only logs a bad flag and goes on without it.
            return otherwise;
        }
    }

    private static TimeSpan Parse(string option, string value)
    {
        var parts = value.Split(':');
        var numbers = parts.Select(p => int.TryParse(p, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (int?)null).ToList();
        return numbers.Count is 2 or 3 && numbers.TrueForAll(n => n is not null)
            ? new TimeSpan(numbers[0]!.Value, numbers[1]!.Value, numbers.Count == 3 ? numbers[2]!.Value : 0)
            : throw new EngineException(EngineFault.Invalid, $"SLA {option} option needs to be HH:MM or HH:MM:SS format: {value}");
    }
}
