using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Templates;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Conformance;

/// <summary>Templates alone, without the engine: cases of one level of <c>echo></c> tasks.</summary>
public sealed class EchoedTextsAreTheRecordedOnes(ITestOutputHelper output)
{
    /// <summary>Left to the engine's tests: schedules, generated tasks, a task whose log digdag cannot find.</summary>
    private static readonly string[] BeyondTemplates =
    [
        "load/check_bad_body", "load/name_at", "params/builtins_all_names_schedule", "params/builtins_ids",
        "params/builtins_uuid_same", "params/last_executed_types", "params/schedule_hourly_last_next",
        "params/schedule_last_next", "params/schedule_last_next_aligned", "params/schedule_monthly_last_next",
        "params/schedule_weekly_last_next",
    ];

    private readonly ConfigEvaluator _evaluator = new(new TemplateEngine());

    [Fact]
    public void Results_and_error_messages() =>
        Tally.Of("templates", [.. DigdagCase.Read("template", "load", "params").Where(IsFlatEcho)], Difference, output);

    private static bool IsFlatEcho(DigdagCase c) =>
        c.Tasks.Count > 1 &&
        c.Record["params"] is null &&
        !BeyondTemplates.Contains(c.Id) &&
        c.Tasks.Skip(1).All(t =>
            t["fullName"]!.GetValue<string>().Contains("^failure-alert", StringComparison.Ordinal) ||
            (t["parent"]?.GetValue<string>() == $"+{c.Workflow}" && t["config"]!.AsObject().ContainsKey("echo>")));

    private string? Difference(DigdagCase recorded)
    {
        using var folder = new TempFolder();
        recorded.CopyTo(folder.Path);
        var workflow = WorkflowLoader.Load(folder.Path)[recorded.Workflow]!;
        var tasks = WorkflowCompiler.Compile(workflow);
        var actual = tasks.Skip(1).Select(t => Run(workflow, tasks[0], t, recorded)).TakeUntilError().ToList();
        var expected = (recorded.Record["echo"] as JsonArray ?? []).Select(e => e!.GetValue<string>())
            .Concat(recorded.Tasks.Skip(1)
                .Where(t => !t["fullName"]!.GetValue<string>().Contains('^', StringComparison.Ordinal))
                .Select(t => t["error"]?["message"]?.GetValue<string>()).OfType<string>())
            .ToList();
        return expected.SequenceEqual(actual, StringComparer.Ordinal)
            ? null
            : $"\n  expected {string.Join(" | ", expected)}\n  actual   {string.Join(" | ", actual)}";
    }

    private string Run(WorkflowDefinition workflow, CompiledTask root, CompiledTask task, DigdagCase recorded)
    {
        var parameters = TaskConfig.Of(root.Config).Export.Copy().Merge(TaskConfig.Of(task.Config).Export);
        parameters.Merge(Runtime(workflow, task, recorded));
        try
        {
            return _evaluator.Evaluate(parameters.Copy().Merge(TaskConfig.Of(task.Config).Local), parameters)
                .GetString("echo>");
        }
        catch (DigdagConfigException ex)
        {
            return ex.Shown.Replace("'echo>'", "'_command'", StringComparison.Ordinal);
        }
    }

    private static JsonObject Runtime(WorkflowDefinition workflow, CompiledTask task, DigdagCase recorded)
    {
        var zone = ZoneName.Find(workflow.TimeZone);
        var time = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(recorded.Record["attempt"]!["sessionTime"]!.GetValue<string>(), CultureInfo.InvariantCulture), zone);
        return new JsonObject
        {
            ["timezone"] = workflow.TimeZone,
            ["session_time"] = time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["session_date"] = time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["session_date_compact"] = time.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            ["session_local_time"] = time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["session_tz_offset"] = time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal),
            ["session_unixtime"] = time.ToUnixTimeSeconds(),
            ["session_id"] = 1,
            ["attempt_id"] = 1,
            ["project_id"] = 1,
            ["task_name"] = task.FullName,
        };
    }
}
