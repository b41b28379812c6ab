using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary>What a digdag client asks before everything else.</summary>
internal sealed partial class VersionRoutes
{
    // The digdag whose recorded answers this API is tested with.
    private const string Version = "0.10.6-SNAPSHOT";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/version", context => context.JsonAsync(new JsonObject { ["version"] = Version }));
        app.MapGet("/api/version/check", CheckAsync);
    }

    private static Task CheckAsync(HttpContext context)
    {
        var client = context.Query("client") ?? throw ApiException.BadRequest("client= is required");
        return VersionText().IsMatch(client)
            ? context.JsonAsync(new JsonObject
            {
                ["serverVersion"] = Version,
                ["upgradeRecommended"] = false,
                ["apiCompatible"] = true,
            })
            : throw ApiException.BadRequest($"Invalid version string: {client}");
    }

    [GeneratedRegex(@"^\d+(\.\d+)*(-[A-Za-z0-9_.-]+)?$")]
    private static partial Regex VersionText();
}
