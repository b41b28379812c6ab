using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>What stands beside a project's files: secrets and schedules. Source: spec/td_cli.md §5.2.</summary>
internal sealed class ProjectSettingsApi(RestClient client, Uri host, ProjectApi projects)
{
    /// <remarks>A project that is not there yet has no secrets.</remarks>
    public async Task<IReadOnlyList<string>> SecretsAsync(string project, CancellationToken cancellation)
    {
        if (await projects.FindAsync(project, cancellation) is not { } found)
        {
            return [];
        }

        var answer = await client.GetAsync(At($"/api/projects/{found.ProjectId}/secrets"), cancellation);
        return [.. answer["secrets"]!.AsArray().OfType<JsonObject>().Select(secret => AttemptApi.Text(secret, "key"))];
    }

    public async Task PutSecretAsync(string project, string key, Secret value, CancellationToken cancellation)
    {
        var found = await projects.GetAsync(project, cancellation);
        var uri = At($"/api/projects/{found.ProjectId}/secrets/{Uri.EscapeDataString(key)}");
        var body = new JsonObject { ["value"] = value.Value }.ToJsonString();
        var answer = await client.SendAsync(
            HttpMethod.Put, uri, () => new StringContent(body, Encoding.UTF8, "application/json"), cancellation);
        if (!answer.IsSuccess)
        {
            throw RestClient.Refused(HttpMethod.Put, uri, answer);
        }
    }

    public async Task<IReadOnlyList<WorkflowSchedule>> SchedulesAsync(string project, CancellationToken cancellation) =>
        await projects.FindAsync(project, cancellation) is { } found
            ? [.. (await ListAsync(found, cancellation)).Select(ToSchedule)]
            : [];

    public async Task SetScheduleAsync(string project, string workflow, bool enabled, CancellationToken cancellation)
    {
        var found = await projects.GetAsync(project, cancellation);
        var schedule = (await ListAsync(found, cancellation)).FirstOrDefault(s => ToSchedule(s).Workflow == workflow)
            ?? throw Faults.Of(
                Fault.WorkflowMissing, $"the schedule of '{workflow}'", $"project '{project}' has no schedule of that name");
        if (ToSchedule(schedule).Enabled == enabled)
        {
            return;
        }

        var uri = At($"/api/schedules/{AttemptApi.Text(schedule, "id")}/{(enabled ? "enable" : "disable")}");
        var answer = await client.SendAsync(
            HttpMethod.Post, uri, () => new StringContent("{}", Encoding.UTF8, "application/json"), cancellation);
        if (!answer.IsSuccess)
        {
            throw RestClient.Refused(HttpMethod.Post, uri, answer);
        }
    }

    private async Task<IReadOnlyList<JsonObject>> ListAsync(DeployedProject project, CancellationToken cancellation)
    {
        var answer = await client.GetAsync(At($"/api/projects/{project.ProjectId}/schedules"), cancellation);
        return [.. answer["schedules"]!.AsArray().OfType<JsonObject>()];
    }

    private static WorkflowSchedule ToSchedule(JsonObject json) => new(
        AttemptApi.Text((JsonObject)json["project"]!, "name"),
        AttemptApi.Text((JsonObject)json["workflow"]!, "name"),
        Time(json["nextScheduleTime"]),
        Time(json["nextRunTime"]),
        json["disabledAt"] is null);

    private static DateTimeOffset? Time(JsonNode? node) =>
        node is null ? null : DateTimeOffset.Parse(node.ToString(), CultureInfo.InvariantCulture);

    private Uri At(string path) => new(host, path);
}
