using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary><c>/api/schedules</c>.</summary>
internal sealed class ScheduleRoutes(WorkflowEngine engine, ProjectSchedules schedules, TimeProvider clock)
{
    private readonly WorkflowStore _store = engine.Store;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/schedules", context => ListAsync(context, _store.Schedules()));
        app.MapGet("/api/schedules/{id:long}", context => context.JsonAsync(Describe(Existing(context))));
        app.MapGet("/api/projects/{id:long}/schedules", OfProjectAsync);
        app.MapPost("/api/schedules/{id:long}/disable", context => ChangedAsync(context, schedules.Disable(Existing(context))));
        app.MapPost("/api/schedules/{id:long}/enable", context => ChangedAsync(context, schedules.Enable(Existing(context))));
        app.MapPost("/api/schedules/{id:long}/skip", SkipAsync);
        app.MapPost("/api/schedules/{id:long}/backfill", BackfillAsync);
    }

    private Task OfProjectAsync(HttpContext context)
    {
        var project = Projects.Existing(_store, context.RouteNumber("id"));
        var workflow = context.Query("workflow");
        return ListAsync(context, _store.Schedules(project.Id).Where(s => workflow is null || s.Workflow == workflow));
    }

    private Task ListAsync(HttpContext context, IEnumerable<Schedule> found) =>
        context.JsonAsync(new JsonObject { ["schedules"] = new JsonArray([.. found.Select(Describe)]) });

    private async Task SkipAsync(HttpContext context)
    {
        var schedule = Existing(context);
        var body = await context.JsonBodyAsync();
        var count = body["count"];
        var from = Time(body, "nextTime", schedule) ?? (count is null ? null : Time(body, "fromTime", schedule))
            ?? throw ApiException.BadRequest("nextTime or (fromTime and count) are required");
        var times = body["nextTime"] is null ? int.Parse(count!.ToString(), CultureInfo.InvariantCulture) : 0;
        await ChangedAsync(
            context, schedules.Skip(schedule, new SkipRequest(from, times, Time(body, "nextRunTime", schedule), IsDryRun(body))));
    }

    private async Task BackfillAsync(HttpContext context)
    {
        var schedule = Existing(context);
        var body = await context.JsonBodyAsync();
        var from = Time(body, "fromTime", schedule) ?? throw ApiException.BadRequest("Some of the required attributes are not set: [fromTime]");
        var name = body["attemptName"]?.ToString() ?? throw ApiException.BadRequest("Some of the required attributes are not set: [attemptName]");
        var sessions = schedules.Past(schedule, from, (int?)body["count"]);
        var attempts = sessions.Select(time => IsDryRun(body) ? Imagined(schedule, time, name) : Started(schedule, time, name)).ToList();
        await context.JsonAsync(new JsonObject
        {
            ["id"] = DigdagJson.Id(schedule.Id),
            ["project"] = DigdagJson.IdAndName(schedule.ProjectId, NameOf(schedule)),
            ["workflow"] = DigdagJson.IdAndName(schedule.WorkflowId, schedule.Workflow),
            ["attempts"] = new JsonArray([.. attempts.Select(DigdagJson.Attempt)]),
        });
    }

    private Attempt Started(Schedule schedule, DateTimeOffset time, string name)
    {
        var result = engine.Start(new StartRequest(schedule.WorkflowId, time) { RetryAttemptName = name });
        return !result.Conflict ? result.Attempt : throw ApiException.Conflict(string.Create(
            CultureInfo.InvariantCulture,
            $"Attempt of project id={schedule.ProjectId} workflow={schedule.Workflow} instant={DigdagTime.Instant(time)} attempt name={name} already exists"));
    }

    private Attempt Imagined(Schedule schedule, DateTimeOffset time, string name) => new()
    {
        Id = 0,
        Index = 0,
        SessionId = 0,
        SessionUuid = "00000000-0000-0000-0000-000000000000",
        SessionTime = time,
        ProjectId = schedule.ProjectId,
        ProjectName = NameOf(schedule),
        WorkflowId = schedule.WorkflowId,
        WorkflowName = schedule.Workflow,
        Timezone = ZoneOf(schedule),
        RetryAttemptName = name,
        CreatedAt = clock.GetUtcNow(),
    };

    private Task ChangedAsync(HttpContext context, Schedule schedule)
    {
        var body = Describe(schedule);
        var disabled = body["disabledAt"];
        body.Remove("disabledAt");
        body["createdAt"] = DigdagTime.Instant(Projects.Existing(_store, schedule.ProjectId).CreatedAt);
        body["updatedAt"] = DigdagTime.Instant(clock.GetUtcNow());
        body["disabledAt"] = disabled;
        return context.JsonAsync(body);
    }

    private JsonObject Describe(Schedule schedule) => new()
    {
        ["id"] = DigdagJson.Id(schedule.Id),
        ["project"] = DigdagJson.IdAndName(schedule.ProjectId, NameOf(schedule)),
        ["workflow"] = DigdagJson.IdAndName(schedule.WorkflowId, schedule.Workflow),
        ["nextRunTime"] = DigdagTime.Instant(schedule.NextRunTime),
        ["nextScheduleTime"] = DigdagTime.InZone(schedule.NextScheduleTime, ZoneOf(schedule)),
        ["disabledAt"] = DigdagTime.Instant(schedule.DisabledAt),
    };

    private DateTimeOffset? Time(JsonObject body, string key, Schedule schedule) =>
        body[key]?.ToString() is not { } text ? null
        : Cdp.Digdag.Schedules.SessionTruncation.Parse(text, ZoneOf(schedule))
            ?? throw ApiException.BadRequest($"Invalid ISO time format: {text}");

    private static bool IsDryRun(JsonObject body) => body["dryRun"] is JsonValue value && value.TryGetValue(out bool dry) && dry;

    private string NameOf(Schedule schedule) => Projects.Existing(_store, schedule.ProjectId).Name;

    private string ZoneOf(Schedule schedule) => Projects.Workflow(_store, schedule.WorkflowId).Timezone;

    private Schedule Existing(HttpContext context) => schedules.Existing(context.RouteNumber("id"));
}
