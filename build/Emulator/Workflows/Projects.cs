using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Workflows;

/// <summary>Looking things up, with digdag's words for what is not there.</summary>
internal static class Projects
{
    public static Project Existing(WorkflowStore store, long id) => store.FindProject(id) switch
    {
        null => throw ApiException.NotFound(FormattableString.Invariant($"Resource does not exist: project id={id}")),
        { DeletedAt: { } gone } => throw ApiException.NotFound(
            FormattableString.Invariant($"Project id={id} is already deleted at {DigdagTime.Instant(gone)}")),
        var project => project,
    };

    public static Project Existing(WorkflowStore store, string name) =>
        store.FindProject(name) ?? throw ApiException.NotFound($"Resource does not exist: project name={name}");

    public static Revision Latest(WorkflowStore store, Project project) =>
        store.LatestRevision(project.Id)
        ?? throw ApiException.NotFound(FormattableString.Invariant($"Resource does not exist: project id={project.Id}"));

    /// <param name="name">Null for the latest one.</param>
    public static Revision Revision(WorkflowStore store, Project project, string? name) => name is null
        ? Latest(store, project)
        : store.FindRevision(project.Id, name) ?? throw ApiException.NotFound(
            FormattableString.Invariant($"Resource does not exist: revision={name} in project id={project.Id}"));

    public static WorkflowDefinition Workflow(WorkflowStore store, long id) =>
        store.FindWorkflow(id)
        ?? throw ApiException.NotFound(FormattableString.Invariant($"Resource does not exist: workflow id={id}"));

    public static Attempt Attempt(WorkflowStore store, long id) =>
        store.FindAttempt(id)
        ?? throw ApiException.NotFound(FormattableString.Invariant($"Resource does not exist: session attempt id={id}"));

    public static Session Session(WorkflowStore store, long id) =>
        store.FindSession(id) ?? throw ApiException.NotFound(FormattableString.Invariant($"Resource does not exist: session id={id}"));
}
