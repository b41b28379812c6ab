using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Emulator.Workflows;

/// <summary>Projects, workflows, sessions, attempts and tasks in the words of digdag's API (spec/td_cli.md §5.2).</summary>
internal static class DigdagJson
{
    public static JsonObject Project(Project project, Revision revision) => new()
    {
        ["id"] = Id(project.Id),
        ["name"] = project.Name,
        ["revision"] = revision.Name,
        ["createdAt"] = DigdagTime.Instant(project.CreatedAt),
        ["updatedAt"] = DigdagTime.Instant(revision.CreatedAt),
        ["deletedAt"] = null,
        ["archiveType"] = "db",
        ["archiveMd5"] = revision.ArchiveMd5,
    };

    public static JsonObject Revision(Revision revision) => new()
    {
        ["revision"] = revision.Name,
        ["createdAt"] = DigdagTime.Instant(revision.CreatedAt),
        ["archiveType"] = "db",
        ["archiveMd5"] = revision.ArchiveMd5,
        ["userInfo"] = new JsonObject(),
    };

    public static JsonObject Workflow(WorkflowDefinition workflow, string project) => new()
    {
        ["id"] = Id(workflow.Id),
        ["name"] = workflow.Name,
        ["project"] = IdAndName(workflow.ProjectId, project),
        ["revision"] = workflow.Revision,
        ["timezone"] = workflow.Timezone,
        ["config"] = workflow.Config.DeepClone(),
    };

    public static JsonObject Attempt(Attempt attempt) => new()
    {
        ["status"] = attempt.Status,
        ["id"] = Id(attempt.Id),
        ["index"] = attempt.Index,
        ["project"] = IdAndName(attempt.ProjectId, attempt.ProjectName),
        ["workflow"] = NameAndId(attempt.WorkflowName, attempt.WorkflowId),
        ["sessionId"] = Id(attempt.SessionId),
        ["sessionUuid"] = attempt.SessionUuid,
        ["sessionTime"] = DigdagTime.InZone(attempt.SessionTime, attempt.Timezone),
        ["retryAttemptName"] = attempt.RetryAttemptName,
        ["done"] = attempt.Done,
        ["success"] = attempt.Success,
        ["cancelRequested"] = attempt.CancelRequested,
        ["params"] = attempt.Params.DeepClone(),
        ["createdAt"] = DigdagTime.Instant(attempt.CreatedAt),
        ["finishedAt"] = DigdagTime.Instant(attempt.FinishedAt),
    };

    public static JsonObject Session(Session session, Attempt last) => new()
    {
        ["id"] = Id(session.Id),
        ["project"] = IdAndName(session.ProjectId, last.ProjectName),
        ["workflow"] = NameAndId(session.Workflow, last.WorkflowId),
        ["sessionUuid"] = session.Uuid,
        ["sessionTime"] = DigdagTime.InZone(session.SessionTime, last.Timezone),
        ["lastAttempt"] = new JsonObject
        {
            ["id"] = Id(last.Id),
            ["retryAttemptName"] = last.RetryAttemptName,
            ["done"] = last.Done,
            ["success"] = last.Success,
            ["cancelRequested"] = last.CancelRequested,
            ["params"] = last.Params.DeepClone(),
            ["createdAt"] = DigdagTime.Instant(last.CreatedAt),
            ["finishedAt"] = DigdagTime.Instant(last.FinishedAt),
        },
    };

    public static JsonObject Task(TaskView task) => new()
    {
        ["id"] = Id(task.Id),
        ["fullName"] = task.FullName,
        ["parentId"] = task.ParentId is { } parent ? Id(parent) : null,
        ["config"] = task.Config.DeepClone(),
        ["upstreams"] = new JsonArray([.. task.Upstreams.Select(id => JsonValue.Create(Id(id)))]),
        ["state"] = task.State.Text(),
        ["cancelRequested"] = task.CancelRequested,
        ["exportParams"] = task.ExportParams.DeepClone(),
        ["storeParams"] = task.StoreParams.DeepClone(),
        ["stateParams"] = task.StateParams.DeepClone(),
        ["updatedAt"] = DigdagTime.Instant(task.UpdatedAt),
        ["retryAt"] = DigdagTime.Instant(task.RetryAt),
        ["startedAt"] = DigdagTime.Instant(task.StartedAt),
        ["error"] = task.Error.DeepClone(),
        ["isGroup"] = task.IsGroup,
    };

    public static JsonObject IdAndName(long id, string name) => new() { ["id"] = Id(id), ["name"] = name };

    public static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static JsonObject NameAndId(string name, long id) => new() { ["name"] = name, ["id"] = Id(id) };
}
