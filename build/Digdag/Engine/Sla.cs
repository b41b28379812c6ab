using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Schedules;

namespace Cdp.Digdag.Engine;

/// <summary><c>sla:</c> of a workflow: when it is due, and which tasks it then adds.</summary>
internal static class Sla
{
    /// <summary>How long after the start; null when the workflow has none.</summary>
    /// <exception cref="EngineException">Neither or both of <c>time</c> and <c>duration</c>, or not HH:MM[:SS].</exception>
    public static TimeSpan? Due(JsonObject workflow, DateTimeOffset now, string timeZone)
    {
        if (workflow["sla"] is not JsonObject sla)
        {
            return null;
        }

        try
        {
            return SlaDeadline.Of(sla, now, timeZone) - now;
        }
        catch (DigdagConfigException ex)
        {
            throw new EngineException(EngineFault.Invalid, ex.Message);
        }
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
}
