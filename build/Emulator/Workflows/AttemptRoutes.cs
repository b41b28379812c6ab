using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary><c>/api/attempts</c>.</summary>
internal sealed class AttemptRoutes(WorkflowEngine engine)
{
    private readonly WorkflowStore _store = engine.Store;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/attempts", StartAsync);
        app.MapGet("/api/attempts", ListAsync);
        app.MapGet("/api/attempts/{id:long}", context => context.JsonAsync(DigdagJson.Attempt(Existing(context))));
        app.MapGet("/api/attempts/{id:long}/retries", RetriesAsync);
        app.MapGet("/api/attempts/{id:long}/tasks", TasksAsync);
        app.MapPost("/api/attempts/{id:long}/kill", KillAsync);
    }

    private async Task StartAsync(HttpContext context)
    {
        var request = StartBody.Read(_store, await context.JsonBodyAsync());
        var result = engine.Start(request);
        await context.JsonAsync(DigdagJson.Attempt(result.Attempt), result.Conflict ? StatusCodes.Status409Conflict : 200);
    }

    private Task ListAsync(HttpContext context)
    {
        var project = context.Query("project") is { } name ? Projects.Existing(_store, name) : null;
        var attempts = _store.Attempts(project?.Id, context.Query("workflow"), context.Query("include_retried") is "true");
        return AnswerAsync(context, Paging.Of(context, attempts, attempt => attempt.Id));
    }

    private Task RetriesAsync(HttpContext context) =>
        AnswerAsync(context, _store.AttemptsOfSession(Existing(context).SessionId));

    private Task TasksAsync(HttpContext context) => context.JsonAsync(new JsonObject
    {
        ["tasks"] = new JsonArray([.. engine.Tasks(Existing(context).Id).Select(DigdagJson.Task)]),
    });

    private Task KillAsync(HttpContext context)
    {
        var before = Existing(context);
        if (before.Done)
        {
            throw ApiException.Conflict("Session attempt already killed or finished");
        }

        engine.Kill(before.Id);
        return context.JsonAsync(DigdagJson.Attempt(before));
    }

    private static Task AnswerAsync(HttpContext context, IEnumerable<Attempt> attempts) =>
        context.JsonAsync(new JsonObject { ["attempts"] = new JsonArray([.. attempts.Select(DigdagJson.Attempt)]) });

    private Attempt Existing(HttpContext context) => Projects.Attempt(_store, context.RouteNumber("id"));
}
