using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;

namespace Cdp.Emulator.Tests.Hosting;

public sealed class EmulatorProcessTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly EmulatorLauncher _launcher = new(TimeProvider.System);

    private string Folder => Path.Combine(_folder.Path, "emulator");

    private string EndpointPath => Path.Combine(Folder, "endpoint.json");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _launcher.StopAsync(Folder, CancellationToken.None);
        _folder.Dispose();
    }

    [Fact]
    public async Task Starts_on_demand_and_is_found_again()
    {
        var first = await EnsureAsync();
        var second = await EnsureAsync();

        Assert.Equal(first, second);
        Assert.Equal("127.0.0.1", first.Url.Host);
        Assert.Matches("^1/[0-9a-f]{40}$", first.Token);
        Assert.NotEqual(Environment.ProcessId, (await StatusAsync())!.Pid);
    }

    [Fact]
    public async Task Only_the_owner_can_read_where_it_listens()
    {
        await EnsureAsync();

        var mode = OperatingSystem.IsWindows() ? UnixFileMode.UserRead : File.GetUnixFileMode(EndpointPath);

        Assert.Equal(UnixFileMode.None, mode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Two_starters_end_with_one_process()
    {
        var endpoints = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(EnsureAsync)));

        Assert.Single(endpoints.Distinct());
    }

    [Fact]
    public async Task A_dead_process_is_replaced()
    {
        var first = await EnsureAsync();
        using (var process = Process.GetProcessById((await StatusAsync())!.Pid))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(File.Exists(EndpointPath));
        Assert.Null(await StatusAsync());
        Assert.NotEqual(first, await EnsureAsync());
    }

    [Fact]
    public async Task Leaves_by_itself_when_idle()
    {
        await _launcher.EnsureRunningAsync(
            Folder, new LaunchOptions(Idle: TimeSpan.FromSeconds(2)), CancellationToken.None);

        // Asking it would keep it awake; its file goes when it goes.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (File.Exists(EndpointPath))
        {
            await Task.Delay(20, patience.Token);
        }

        Assert.Null(await StatusAsync());
    }

    [Fact]
    public async Task Is_gone_when_stop_returns()
    {
        await EnsureAsync();
        using var process = Process.GetProcessById((await StatusAsync())!.Pid);

        Assert.True(await _launcher.StopAsync(Folder, CancellationToken.None));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.False(File.Exists(EndpointPath));
        Assert.False(await _launcher.StopAsync(Folder, CancellationToken.None));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task Does_not_hear_what_the_terminal_says(string signal)
    {
        await EnsureAsync();
        var pid = (await StatusAsync())!.Pid;

        await SendAsync(signal, pid);

        Assert.Equal(pid, (await StatusAsync())!.Pid);
    }

    [Fact]
    public async Task Ends_in_order_when_asked_by_SIGTERM()
    {
        await EnsureAsync();
        using var process = Process.GetProcessById((await StatusAsync())!.Pid);

        await SendAsync("TERM", process.Id);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.False(File.Exists(EndpointPath));
    }

    [Theory]
    [InlineData("/emulator/status", "{\"message\":\"Failed to Login\",\"status\":401}")]
    [InlineData("/api/projects", "{\"message\":\"Failed to Login\",\"status\":401}")]
    [InlineData(
        "/v3/database/list",
        """{"error":"Failed to Login","message":"Failed to Login","text":"Failed to Login","severity":"error","status_code":401}""")]
    public async Task Wants_the_key_on_every_request(string path, string body)
    {
        var endpoint = await EnsureAsync();
        using var http = new HttpClient { BaseAddress = endpoint.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("TD1", "1/" + new string('a', 40));

        using var response = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("TD1")]
    [InlineData("td1")]
    [InlineData("Bearer")]
    public async Task Takes_the_key_as_any_client_of_treasure_data_sends_it(string scheme)
    {
        var endpoint = await EnsureAsync();
        using var http = new HttpClient { BaseAddress = endpoint.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, endpoint.Token);

        using var response = await http.GetAsync("/emulator/status");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Has_a_clock_that_can_be_fixed()
    {
        var endpoint = await EnsureAsync();
        using var http = new HttpClient { BaseAddress = endpoint.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("TD1", endpoint.Token);

        using var good = await http.PutAsync("/emulator/clock", new StringContent("{\"now\":\"2026-01-02T03:04:05Z\"}"));
        using var bad = await http.PutAsync("/emulator/clock", new StringContent("{\"now\":\"noon\"}"));
        var status = JsonNode.Parse(await http.GetStringAsync("/emulator/status"))!;

        Assert.Equal("2026-01-02T03:04:05.0000000+00:00", (string?)status["clock"]);
        Assert.Equal(
            "{\"message\":\"'now' must be an ISO 8601 time or null, but is \\\"noon\\\".\",\"status\":400}",
            await bad.Content.ReadAsStringAsync());
        Assert.True(good.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Another_wish_replaces_a_process_that_has_nothing_to_do()
    {
        await EnsureAsync();
        var before = await StatusAsync();

        await _launcher.EnsureRunningAsync(Folder, new LaunchOptions(AllowCode: true), CancellationToken.None);

        var after = await StatusAsync();
        Assert.True(after!.AllowCode);
        Assert.NotEqual(before!.Pid, after.Pid);
    }

    private static async Task SendAsync(string signal, int pid)
    {
        using var kill = Process.Start("kill", ["-" + signal, pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private Task<EmulatorEndpoint> EnsureAsync() =>
        _launcher.EnsureRunningAsync(Folder, new LaunchOptions(), CancellationToken.None);

    private Task<EmulatorStatus?> StatusAsync() => _launcher.StatusAsync(Folder, CancellationToken.None);
}
