using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary><c>/api/projects</c>: pushing, finding and deleting projects.</summary>
internal sealed class ProjectRoutes(WorkflowStore store, ProjectIntake intake)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/projects", PushAsync);
        app.MapGet("/api/projects", ListAsync);
        app.MapGet("/api/project", ByNameAsync);
        app.MapGet("/api/projects/{id:long}", context => context.JsonAsync(Describe(Existing(context))));
        app.MapDelete("/api/projects/{id:long}", DeleteAsync);
        app.MapGet("/api/projects/{id:long}/revisions", RevisionsAsync);
        app.MapGet("/api/projects/{id:long}/archive", ArchiveAsync);
    }

    private async Task PushAsync(HttpContext context)
    {
        var name = context.Query("project") ?? throw ApiException.BadRequest("project= is required");
        var revision = context.Query("revision") ?? throw ApiException.BadRequest("revision= is required");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        await context.JsonAsync(Describe(await intake.PushAsync(
            new Push(name, revision, body.ToArray(), ScheduleFrom(context), Switches(context)), context.RequestAborted)));
    }

    private Task ListAsync(HttpContext context)
    {
        var name = context.Query("name");
        var projects = store.Projects().Where(p => p.DeletedAt is null && (name is null || p.Name == name));
        return context.JsonAsync(new JsonObject { ["projects"] = new JsonArray([.. projects.Select(Describe)]) });
    }

    private Task ByNameAsync(HttpContext context) => context.JsonAsync(Describe(
        Projects.Existing(store, context.Query("name") ?? throw ApiException.BadRequest("name= is required"))));

    private Task DeleteAsync(HttpContext context)
    {
        var project = Existing(context);
        var answer = Describe(project);
        store.Delete(project.Id);
        return context.JsonAsync(answer);
    }

    private Task RevisionsAsync(HttpContext context)
    {
        var revisions = store.Revisions(Existing(context).Id);
        return context.JsonAsync(new JsonObject { ["revisions"] = new JsonArray([.. revisions.Select(DigdagJson.Revision)]) });
    }

    private async Task ArchiveAsync(HttpContext context)
    {
        var revision = Projects.Revision(store, Existing(context), context.Query("revision"));
        var archive = await File.ReadAllBytesAsync(ProjectIntake.ArchiveOf(revision), context.RequestAborted);
        await context.BytesAsync(archive, "application/gzip");
    }

    private static DateTimeOffset? ScheduleFrom(HttpContext context) =>
        context.Query("schedule_from") is not { } text ? null
        : DigdagTime.Parse(text) ?? throw ApiException.BadRequest($"Invalid ISO time format: {text}");

    private static ScheduleSwitches Switches(HttpContext context) => new(
        [.. context.Request.Query["clear_schedule"].OfType<string>()],
        context.Query("clear_schedule_all") is "true",
        context.Query("skip_schedule") is "true");

    private JsonObject Describe(Project project) => DigdagJson.Project(project, Projects.Latest(store, project));

    private Project Existing(HttpContext context) => Projects.Existing(store, context.RouteNumber("id"));
}
