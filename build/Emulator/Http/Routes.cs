using Cdp.Emulator.Hosting;
using Cdp.Emulator.Jobs;
using Cdp.Emulator.Own;
using Cdp.Emulator.Secrets;
using Cdp.Emulator.Tables;
using Cdp.Emulator.Unification;
using Cdp.Emulator.Workflows;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Http;

/// <summary>Everything that can be asked, by room.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder app, Box box, Action leave)
    {
        var store = box.Engine.Store;
        new ProcessRoutes(box, leave).Map(app);
        new StandInRoutes(box.StandIns).Map(app);
        new PrintedTextRoutes(box.Engine).Map(app);
        new DatabaseRoutes(box.Warehouse, box.Started).Map(app);
        new TableRoutes(box.Warehouse, box.Clock, box.Started).Map(app);
        new JobRoutes(box.Jobs, box.Queries, box.Loads).Map(app);
        new VersionRoutes().Map(app);
        new ProjectRoutes(store, box.Intake).Map(app);
        new WorkflowRoutes(store).Map(app);
        new AttemptRoutes(box.Engine).Map(app);
        new SessionRoutes(store).Map(app);
        new LogRoutes(box.Engine).Map(app);
        new ScheduleRoutes(box.Engine, box.Schedules, box.Clock).Map(app);
        new SecretRoutes(store, box.Secrets).Map(app);
        new CdpRoutes(new UnifyCalls(box.Options.Folder)).Map(app);
    }
}
