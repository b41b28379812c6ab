using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Workflows;

/// <summary>The body of <c>PUT /api/attempts</c>; TD's own names a project and a workflow in place of an id.</summary>
internal static class StartBody
{
    public static StartRequest Read(WorkflowStore store, JsonObject body)
    {
        var time = Required(body, "sessionTime");
        var resume = body["resume"] as JsonObject;
        return new StartRequest(
            WorkflowId(store, body),
            DigdagTime.Parse(time) ?? throw ApiException.BadRequest($"Invalid ISO time format: {time}"))
        {
            Params = (body["params"] as JsonObject)?.DeepClone().AsObject() ?? [],
            RetryAttemptName = body["retryAttemptName"]?.ToString(),
            Resume = resume is null ? null : Resume(resume),
        };
    }

    private static long WorkflowId(WorkflowStore store, JsonObject body)
    {
        if (body["projectName"]?.ToString() is { } projectName && body["workflowName"]?.ToString() is { } workflowName)
        {
            var project = Projects.Existing(store, projectName);
            return store.FindWorkflow(project.Id, workflowName)?.Id ?? throw ApiException.NotFound(
                $"Resource does not exist: workflow name={workflowName} in the latest revision of project id={project.Id}");
        }

        var text = Required(body, "workflowId");
        return long.TryParse(text, CultureInfo.InvariantCulture, out var id)
            ? Projects.Workflow(store, id).Id
            : throw ApiException.BadRequest($"workflowId must be a number, but is '{text}'.");
    }

    private static ResumeRequest Resume(JsonObject resume)
    {
        var text = Required(resume, "attemptId");
        var id = long.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.BadRequest($"attemptId must be a number, but is '{text}'.");
        return Required(resume, "mode") switch
        {
            "failed" => new ResumeRequest(id, null),
            "from" => new ResumeRequest(id, Required(resume, "from")),
            var mode => throw ApiException.BadRequest($"There is no resume mode '{mode}'. Use failed or from."),
        };
    }

    private static string Required(JsonObject body, string key) =>
        body[key]?.ToString() ?? throw ApiException.BadRequest($"Some of the required attributes are not set: [{key}]");
}
