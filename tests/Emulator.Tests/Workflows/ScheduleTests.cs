using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Tests.Workflows;

/// <summary>Schedules of the real process that was started with <c>--keep</c>.</summary>
public sealed class ScheduleTests : IAsyncLifetime
{
    private readonly RunningEmulator _emulator = new() { Options = new(Keep: true) };

    public Task InitializeAsync() => _emulator.InitializeAsync();

    public Task DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task A_due_schedule_starts_its_sessions_one_after_another()
    {
        await PushAsync("due", "schedule: {seconds_interval>: 1}\n+a: {echo>: \"${session_time}\"}\n");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var sessions = new List<DateTimeOffset>();

        while (sessions.Count < 3)
        {
            await Task.Delay(50, patience.Token);
            sessions = await SessionsAsync("due");
        }

        Assert.All(sessions.Zip(sessions.Skip(1)), pair => Assert.Equal(TimeSpan.FromSeconds(1), pair.First - pair.Second));
    }

    [Fact]
    public async Task A_backfill_runs_the_sessions_of_the_past_and_a_skip_leaves_some_of_the_future_out()
    {
        await _emulator.PutAsync("/emulator/clock", new JsonObject { ["now"] = "2026-01-02T03:04:05Z" });
        await PushAsync("daily", "timezone: Asia/Tokyo\nschedule: {daily>: 02:30:00}\n+a: {echo>: x}\n");
        var schedule = (await _emulator.GetAsync("/api/schedules"))["schedules"]!.AsArray().Single()!;
        var next = Parsed(schedule["nextScheduleTime"]);

        var filled = await _emulator.PostJsonAsync($"/api/schedules/{schedule["id"]}/backfill", new JsonObject
        {
            ["fromTime"] = next.AddDays(-3).ToString("O"),
            ["attemptName"] = "again",
            ["dryRun"] = false,
        });
        var skipped = await _emulator.PostJsonAsync($"/api/schedules/{schedule["id"]}/skip", new JsonObject
        {
            ["fromTime"] = next.ToString("O"),
            ["count"] = 2,
            ["dryRun"] = false,
        });

        Assert.Equal(
            [next.AddDays(-3), next.AddDays(-2), next.AddDays(-1)],
            filled["attempts"]!.AsArray().Select(a => Parsed(a!["sessionTime"])));
        Assert.Equal([next.AddDays(-1), next.AddDays(-2), next.AddDays(-3)], await SessionsAsync("daily"));
        Assert.Equal(next.AddDays(2), Parsed(skipped["nextScheduleTime"]));
    }

    /// <summary>The newest first.</summary>
    private async Task<List<DateTimeOffset>> SessionsAsync(string project) =>
        [.. (await _emulator.GetAsync($"/api/attempts?project={project}"))["attempts"]!.AsArray()
            .Select(a => Parsed(a!["sessionTime"])).OrderDescending()];

    private static DateTimeOffset Parsed(JsonNode? text) => DateTimeOffset.Parse(text!.ToString(), CultureInfo.InvariantCulture);

    private async Task PushAsync(string project, string workflow)
    {
        using var body = new ByteArrayContent(TarGz.Of(("main.dig", workflow)));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        using var response = await _emulator.Http.PutAsync($"/api/projects?project={project}&revision=r1", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
