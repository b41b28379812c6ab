using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Hosting;
using Cdp.Emulator.Http;
using Cdp.Emulator.Launching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Own;

/// <summary>Calls about the process itself, which Treasure Data does not have.</summary>
internal sealed class ProcessRoutes(Box box, Action leave)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/emulator/status", StatusAsync);
        app.MapPost("/emulator/stop", StopAsync);
        app.MapPut("/emulator/clock", SetClockAsync);
    }

    private Task StatusAsync(HttpContext context) => context.JsonAsync(new JsonObject
    {
        ["pid"] = Environment.ProcessId,
        ["version"] = EndpointFile.CurrentVersion,
        ["started"] = box.Started.ToString("O", CultureInfo.InvariantCulture),
        ["folder"] = box.Options.Folder,
        ["keep"] = box.Options.Keep,
        ["allow_code"] = box.Options.AllowCode,
        ["allow_network"] = box.Options.AllowNetwork,
        ["running_attempts"] = box.Engine.Running,
        ["running_jobs"] = box.Jobs.Running,
        ["clock"] = box.Clock.Fixed?.ToString("O", CultureInfo.InvariantCulture),
    });

    private async Task StopAsync(HttpContext context)
    {
        await context.JsonAsync(new JsonObject { ["pid"] = Environment.ProcessId, ["stopping"] = true });
        await context.Response.CompleteAsync();
        leave();
    }

    private async Task SetClockAsync(HttpContext context)
    {
        var now = (await context.JsonBodyAsync())["now"];
        if (now is null)
        {
            box.Clock.Fixed = null;
        }
        else if (now.GetValueKind() is System.Text.Json.JsonValueKind.String
            && DateTimeOffset.TryParse(
                now.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            box.Clock.Fixed = moment;
        }
        else
        {
            throw ApiException.BadRequest($"'now' must be an ISO 8601 time or null, but is {now.ToJsonString()}.");
        }

        await context.JsonAsync(new JsonObject { ["now"] = box.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
    }
}
