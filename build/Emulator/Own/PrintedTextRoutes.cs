using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Cdp.Emulator.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Own;

/// <summary>What a rehearsal wants to know and digdag does not tell.</summary>
internal sealed class PrintedTextRoutes(WorkflowEngine engine)
{
    public void Map(IEndpointRouteBuilder app) => app.MapGet("/emulator/attempts/{id:long}/printed", context =>
    {
        var attempt = Projects.Attempt(engine.Store, context.RouteNumber("id"));
        return context.JsonAsync(new JsonObject
        {
            ["printed"] = new JsonArray([.. PrintedText.Of(engine, attempt).Select(text => JsonValue.Create(text))]),
        });
    });
}
