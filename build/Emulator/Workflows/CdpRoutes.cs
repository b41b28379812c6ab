using Cdp.Emulator.Http;
using Cdp.Emulator.Unification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary>TD's CDP API (<c>api-cdp.*</c>): the hosted unification that <c>http_call&gt;</c> asks for.</summary>
internal sealed class CdpRoutes
{
    public void Map(IEndpointRouteBuilder app) => app.MapPost(
        "/unifications/workflow_call",
        async context => await context.JsonAsync(UnifyWorkflow.Of(new UnifyReader(await context.JsonBodyAsync()).Read())));
}
