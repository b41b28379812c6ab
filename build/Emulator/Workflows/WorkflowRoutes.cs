using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary>Workflows, of a project and of all, and the session times they would get.</summary>
internal sealed class WorkflowRoutes(WorkflowStore store)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/projects/{id:long}/workflows", OfProjectAsync);
        app.MapGet("/api/projects/{id:long}/workflow", OneOfProjectAsync);
        app.MapGet("/api/workflows", AllAsync);
        app.MapGet("/api/workflow", ByNamesAsync);
        app.MapGet("/api/workflows/{id:long}", context => context.JsonAsync(Describe(Existing(context))));
        app.MapGet("/api/workflows/{id:long}/truncated_session_time", TruncatedAsync);
    }

    private Task OfProjectAsync(HttpContext context)
    {
        var revision = RevisionOf(context, Projects.Existing(store, context.RouteNumber("id")));
        var name = context.Query("name");
        return AnswerAsync(context, revision.Workflows.Where(w => name is null || w.Name == name));
    }

    private Task OneOfProjectAsync(HttpContext context) =>
        context.JsonAsync(Describe(Named(context, Projects.Existing(store, context.RouteNumber("id")))));

    private Task AllAsync(HttpContext context)
    {
        var all = store.Projects()
            .Where(project => project.DeletedAt is null)
            .SelectMany(project => Projects.Latest(store, project).Workflows);
        return AnswerAsync(context, all);
    }

    private Task ByNamesAsync(HttpContext context)
    {
        var project = context.Query("project") ?? throw ApiException.BadRequest("project= is required");
        return context.JsonAsync(Describe(Named(context, Projects.Existing(store, project))));
    }

    private Task TruncatedAsync(HttpContext context)
    {
        var workflow = Existing(context);
        if (context.Query("session_time") is not { } text || DigdagTime.Parse(text) is not { } time)
        {
            // digdag's own answer: the parameter's converter fails, and with it the route.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var truncated = SessionTimeTruncation.Apply(workflow, time, context.Query("mode"));
        return context.JsonAsync(new JsonObject
        {
            ["project"] = DigdagJson.IdAndName(workflow.ProjectId, NameOf(workflow)),
            ["revision"] = workflow.Revision,
            ["sessionTime"] = DigdagTime.InZone(truncated, workflow.Timezone),
            ["timezone"] = workflow.Timezone,
        });
    }

    private WorkflowDefinition Named(HttpContext context, Project project)
    {
        var name = context.Query("name") ?? throw ApiException.BadRequest("name= is required");
        return RevisionOf(context, project).Workflows.FirstOrDefault(w => w.Name == name) ?? throw ApiException.NotFound(
            FormattableString.Invariant($"Resource does not exist: workflow name={name} in the latest revision of project id={project.Id}"));
    }

    private Revision RevisionOf(HttpContext context, Project project) =>
        Projects.Revision(store, project, context.Query("revision"));

    private Task AnswerAsync(HttpContext context, IEnumerable<WorkflowDefinition> workflows) =>
        context.JsonAsync(new JsonObject { ["workflows"] = new JsonArray([.. workflows.Select(Describe)]) });

    private JsonObject Describe(WorkflowDefinition workflow) => DigdagJson.Workflow(workflow, NameOf(workflow));

    private string NameOf(WorkflowDefinition workflow) => store.FindProject(workflow.ProjectId)!.Name;

    private WorkflowDefinition Existing(HttpContext context) => Projects.Workflow(store, context.RouteNumber("id"));
}
