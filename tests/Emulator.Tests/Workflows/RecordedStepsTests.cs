using Cdp.Digdag.Tests;
using Cdp.Emulator.Launching;
using Cdp.Tests;

namespace Cdp.Emulator.Tests.Workflows;

/// <summary>Recorded cases of several steps: what the real server answered to REST requests and to digdag's command line.</summary>
public sealed class RecordedStepsTests : IAsyncLifetime
{
    private readonly RunningEmulator _emulator = new() { Options = new LaunchOptions(AllowCode: true) };

    public Task InitializeAsync() => _emulator.InitializeAsync();

    public Task DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task Every_step_that_the_server_sees_ends_as_recorded()
    {
        var cases = DigdagCase.Read("cli", "lifecycle", "require").Where(c => c.PushExit == 0 && c.Record["steps"] is not null && !Retries(c)).ToList();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var failures = new List<string>();
        var compared = 0;
        foreach (var recorded in cases)
        {
            using var steps = new RecordedSteps(_emulator, recorded);
            var (count, difference) = await steps.RunAsync(limit.Token);
            compared += count;
            if (difference is not null)
            {
                failures.Add($"{recorded.Id}: {difference}");
            }
        }

        Figures.Say("digdag-steps", $"{compared} steps of {cases.Count} cases over REST as recorded");
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Count}\n{string.Join('\n', failures)}");
    }

    /// <summary>The engine's own tests run these, with all that the command line makes of <c>retry</c>.</summary>
    private static bool Retries(DigdagCase recorded) => recorded.Record["steps"]!.AsArray().Any(s => s!["args"]?[0]?.ToString() == "retry");
}
