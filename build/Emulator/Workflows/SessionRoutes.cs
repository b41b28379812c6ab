using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary><c>/api/sessions</c> and the sessions of a project.</summary>
internal sealed class SessionRoutes(WorkflowStore store)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/sessions", context => AnswerAsync(context, store.Sessions()));
        app.MapGet("/api/sessions/{id:long}", context => context.JsonAsync(Describe(Existing(context))));
        app.MapGet("/api/sessions/{id:long}/attempts", AttemptsAsync);
        app.MapGet("/api/projects/{id:long}/sessions", OfProjectAsync);
    }

    private Task OfProjectAsync(HttpContext context)
    {
        var project = Projects.Existing(store, context.RouteNumber("id"));
        return AnswerAsync(context, store.Sessions(project.Id, context.Query("workflow")));
    }

    private Task AttemptsAsync(HttpContext context)
    {
        var attempts = store.AttemptsOfSession(Existing(context).Id).Reverse();
        return context.JsonAsync(new JsonObject
        {
            ["attempts"] = new JsonArray([.. Paging.Of(context, attempts, a => a.Id).Select(DigdagJson.Attempt)]),
        });
    }

    private Task AnswerAsync(HttpContext context, IEnumerable<Session> sessions) => context.JsonAsync(new JsonObject
    {
        ["sessions"] = new JsonArray([.. Paging.Of(context, sessions, s => s.Id).Select(Describe)]),
    });

    private JsonObject Describe(Session session) =>
        DigdagJson.Session(session, Projects.Attempt(store, session.Attempts[^1]));

    private Session Existing(HttpContext context) => Projects.Session(store, context.RouteNumber("id"));
}
