using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>Projects, their revisions and workflows. Source of paths and fields: spec/td_cli.md §5.2.</summary>
internal sealed class ProjectApi(RestClient client, Uri host)
{
    public async Task<DeployedProject?> FindAsync(string project, CancellationToken cancellation)
    {
        var answer = await client.GetAsync(At($"/api/projects?name={Escape(project)}"), cancellation);
        return answer["projects"]!.AsArray().OfType<JsonObject>()
            .FirstOrDefault(p => AttemptApi.Text(p, "name") == project) is { } found ? Of(found) : null;
    }

    public async Task<DeployedProject> GetAsync(string project, CancellationToken cancellation) =>
        await FindAsync(project, cancellation)
        ?? throw Faults.Of(Fault.ProjectMissing, $"the look at project '{project}'", "there is no such project");

    /// <summary>Puts the archive up; null when a revision of that name exists.</summary>
    public async Task<DeployedProject?> PutAsync(
        string project, string revision, byte[] archive, CancellationToken cancellation)
    {
        var uri = At($"/api/projects?project={Escape(project)}&revision={Escape(revision)}");
        var answer = await client.SendAsync(HttpMethod.Put, uri, () => Gzip(archive), cancellation);
        return answer.IsSuccess ? Of(answer.Json(uri))
            : answer.Status is HttpStatusCode.Conflict ? null
            : throw Refused(project, uri, answer);
    }

    public async Task<string> WorkflowIdAsync(string project, string workflow, CancellationToken cancellation)
    {
        var id = (await GetAsync(project, cancellation)).ProjectId;
        var answer = await client.GetAsync(At($"/api/projects/{id}/workflows?name={Escape(workflow)}"), cancellation);
        return answer["workflows"]!.AsArray().OfType<JsonObject>()
            .FirstOrDefault(w => AttemptApi.Text(w, "name") == workflow) is { } found
                ? AttemptApi.Text(found, "id")
                : throw Faults.Of(
                    Fault.WorkflowMissing, $"the start of '{workflow}'", $"project '{project}' has no such workflow");
    }

    public async Task<ImmutableSortedDictionary<string, string>> FilesAsync(string project, CancellationToken cancellation)
    {
        var found = await GetAsync(project, cancellation);
        var uri = At($"/api/projects/{found.ProjectId}/archive?revision={Escape(found.Revision)}");
        var answer = await client.SendAsync(HttpMethod.Get, uri, null, cancellation);
        return answer.IsSuccess ? ProjectArchive.Texts(answer.Body) : throw RestClient.Refused(HttpMethod.Get, uri, answer);
    }

    public async Task DeleteAsync(string project, CancellationToken cancellation)
    {
        if (await FindAsync(project, cancellation) is { } found)
        {
            var uri = At($"/api/projects/{found.ProjectId}");
            var answer = await client.SendAsync(HttpMethod.Delete, uri, null, cancellation);
            if (!answer.IsSuccess && answer.Status is not HttpStatusCode.NotFound)
            {
                throw RestClient.Refused(HttpMethod.Delete, uri, answer);
            }
        }
    }

    private static PlatformException Refused(string project, Uri uri, RestAnswer answer) =>
        answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge
        && DigFault.Of(answer.Message) is { } fault
            ? Faults.Of(fault.Fault, $"the push of project '{project}'", fault.Details with { Status = (int)answer.Status })
            : RestClient.Refused(HttpMethod.Put, uri, answer);

    private static DeployedProject Of(JsonObject json) =>
        new(AttemptApi.Text(json, "id"), AttemptApi.Text(json, "name"), AttemptApi.Text(json, "revision"));

    private static ByteArrayContent Gzip(byte[] archive) =>
        new(archive) { Headers = { ContentType = new MediaTypeHeaderValue("application/gzip") } };

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private Uri At(string path) => new(host, path);
}
