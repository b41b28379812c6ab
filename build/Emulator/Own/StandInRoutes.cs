using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Emulator.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Own;

/// <summary><c>PUT /emulator/stand_ins</c>: what connectors read on this machine. Each call replaces the last one.</summary>
internal sealed class StandInRoutes(StandIns standIns)
{
    public void Map(IEndpointRouteBuilder app) => app.MapPut("/emulator/stand_ins", ReplaceAsync);

    private async Task ReplaceAsync(HttpContext context)
    {
        standIns.Replace(await context.JsonBodyAsync());
        await context.JsonAsync(new JsonObject { ["stand_ins"] = standIns.All.Count });
    }
}
