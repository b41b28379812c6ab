using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary>TD's CDP API (<c>api-cdp.*</c>): the hosted unification that <c>http_call&gt;</c> asks for.</summary>
internal sealed class CdpRoutes
{
    public void Map(IEndpointRouteBuilder app) => app.MapPost("/unifications/workflow_call", _ => throw new ApiException(
        501,
        "The emulator does not run the hosted unification yet. Set engine: workflow under unification in the config."));
}
