using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Cdp.Emulator.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Secrets;

/// <summary><c>/api/projects/{id}/secrets</c>: values go in and never come out.</summary>
internal sealed class SecretRoutes(WorkflowStore store, SecretStore secrets)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/projects/{id:long}/secrets", ListAsync);
        app.MapPut("/api/projects/{id:long}/secrets/{key}", SetAsync);
        app.MapDelete("/api/projects/{id:long}/secrets/{key}", DeleteAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var keys = secrets.Keys(Projects.Existing(store, context.RouteNumber("id")).Id);
        return context.JsonAsync(new JsonObject
        {
            ["secrets"] = new JsonArray([.. keys.Select(key => new JsonObject { ["key"] = key })]),
        });
    }

    private async Task SetAsync(HttpContext context)
    {
        var project = Projects.Existing(store, context.RouteNumber("id"));
        var value = (await context.JsonBodyAsync())["value"]?.ToString()
            ?? throw ApiException.BadRequest("Some of the required attributes are not set: [value]");
        secrets.Set(project.Id, context.Route("key"), value);
        await AnswerAsync(context, project);
    }

    private Task DeleteAsync(HttpContext context)
    {
        var project = Projects.Existing(store, context.RouteNumber("id"));
        secrets.Delete(project.Id, context.Route("key"));
        return AnswerAsync(context, project);
    }

    private static Task AnswerAsync(HttpContext context, Project project) => context.JsonAsync(new JsonObject
    {
        ["key"] = context.Route("key"),
        ["project"] = DigdagJson.IdAndName(project.Id, project.Name),
    });
}
