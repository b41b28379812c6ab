using Cdp.Emulator.Hosting;
using Cdp.Emulator.Own;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Http;

/// <summary>Everything that can be asked, by room.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder app, Box box, Action leave)
    {
        new ProcessRoutes(box, leave).Map(app);
    }
}
