using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Schedules;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Conformance;

public sealed class ScheduleTimesAreTheRecordedOnes(ITestOutputHelper output)
{
    [Fact]
    public void First_next_and_last_at_fixed_moments() =>
        Tally.Of("schedules", [.. DigdagCase.Read().Where(c => Probed(c).Any())], ProbeDifference, output);

    [Fact]
    public void Truncated_session_times() =>
        Tally.Of("truncations", [.. DigdagCase.Read().Where(c => c.Record.ContainsKey("truncated_session_time"))], Truncation, output);

    private static IEnumerable<(string Name, JsonObject Schedule)> Probed(DigdagCase recorded) =>
        (recorded.Record["schedule"]?["workflows"] as JsonObject ?? [])
            .Where(w => w.Value!["probes"] is JsonArray probes && probes[0]!["first"] is JsonObject)
            .Select(w => (w.Key, w.Value!.AsObject()));

    private static string? ProbeDifference(DigdagCase recorded)
    {
        using var folder = new TempFolder();
        recorded.CopyTo(folder.Path);
        var project = WorkflowLoader.Load(folder.Path);
        foreach (var (name, schedule) in Probed(recorded))
        {
            var scheduler = Scheduler.Of(project[name]!)!;
            foreach (var probe in schedule["probes"]!.AsArray())
            {
                var at = Time(probe!["at"]);
                var actual = $"{Shown(scheduler.First(at))} {Shown(scheduler.Next(at))} {Shown(scheduler.Last(at))}";
                var expected = $"{Shown(probe["first"])} {Shown(probe["next"])} {Shown(probe["last"])}";
                if (actual != expected)
                {
                    return $"\n  at {at:s}\n  expected {expected}\n  actual   {actual}";
                }
            }
        }

        return null;
    }

    private static string? Truncation(DigdagCase recorded)
    {
        using var folder = new TempFolder();
        recorded.CopyTo(folder.Path);
        var workflow = WorkflowLoader.Load(folder.Path)[recorded.Workflow]!;
        var differing = recorded.Record["truncated_session_time"]!.AsArray()
            .Select(t => (Asked: t!.ToJsonString(), Expected: Answer(t), Actual: Truncate(workflow, t)))
            .FirstOrDefault(t => t.Expected != t.Actual);
        return differing == default ? null : $"{differing.Asked} gives {differing.Actual}";
    }

    private static string Truncate(WorkflowDefinition workflow, JsonNode asked)
    {
        var mode = asked["mode"]?.GetValue<string>();
        if (SessionTruncation.Parse(asked["session_time"]!.GetValue<string>(), workflow.TimeZone) is not { } time ||
            (mode is not null && !SessionTruncation.IsMode(mode)))
        {
            return "";
        }

        try
        {
            var truncated = mode is null
                ? TimeZoneInfo.ConvertTime(time, ZoneName.Find(workflow.TimeZone))
                : SessionTruncation.Truncate(workflow, time, mode);
            return truncated.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }
        catch (DigdagConfigException ex)
        {
            return ex.Message;
        }
    }

    private static string Answer(JsonNode asked) =>
        asked["result"] is JsonObject result
            ? (result["sessionTime"] ?? result["message"])!.GetValue<string>()
            : "";

    private static DateTimeOffset Time(JsonNode? node) =>
        DateTimeOffset.Parse(node!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static string Shown(ScheduleTime time) => $"{time.Time.UtcDateTime:s}/{time.RunTime.UtcDateTime:s}";

    private static string Shown(JsonNode? recorded) =>
        $"{Time(recorded!["session_time"]).UtcDateTime:s}/{Time(recorded["run_time"]).UtcDateTime:s}";
}
