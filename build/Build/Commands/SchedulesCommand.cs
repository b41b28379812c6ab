using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Schedules --action=list|enable|disable [--workflow=NAME]</c>.</summary>
internal sealed class SchedulesCommand(SchedulesOverview overview, TextWriter output, bool asJson)
{
    public async Task RunAsync(string action, string? workflow, CancellationToken cancellation)
    {
        var schedules = action switch
        {
            "list" => await overview.ListAsync(cancellation),
            "enable" => await overview.SwitchAsync(workflow, enabled: true, cancellation),
            "disable" => await overview.SwitchAsync(workflow, enabled: false, cancellation),
            _ => throw new PipelineException(
                $"There is no action '{action}'.{Suggestion.For(action, ["list", "enable", "disable"])} Use list, enable or disable.",
                ExitCode.WrongInput),
        };
        if (asJson)
        {
            output.WriteLine(Answers.Line(new JsonArray([.. schedules.Select(Json)])));
        }
        else if (schedules.Count == 0)
        {
            output.WriteLine("No workflow of this pipeline has a schedule on the platform. Write schedule: into the configuration, and deploy.");
        }
        else
        {
            Aligned.Write(output, [["", "project", "workflow", "next run", "session time"], .. schedules.Select(Row)]);
        }
    }

    private static string[] Row(WorkflowSchedule s) => s.Enabled
        ? ["✓", s.Project, s.Workflow, Time(s.NextRunTime), Time(s.NextSessionTime)]
        : ["⚠", s.Project, s.Workflow, "disabled", "-"];

    private static JsonObject Json(WorkflowSchedule s) => new()
    {
        ["project"] = s.Project,
        ["workflow"] = s.Workflow,
        ["enabled"] = s.Enabled,
        ["nextRunTime"] = s.NextRunTime?.ToString("O", CultureInfo.InvariantCulture),
        ["nextSessionTime"] = s.NextSessionTime?.ToString("O", CultureInfo.InvariantCulture),
    };

    private static string Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "-";
}
