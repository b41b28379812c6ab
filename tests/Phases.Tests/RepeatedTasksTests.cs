using Cdp.Tests;

namespace Cdp.Phases.Tests;

/// <summary>Idempotence: whatever fails and is repeated, at random, the tables are in the end what they would have been.</summary>
/// <remarks><c>--target=Bench --full</c> runs 250 schedules of these three phases.</remarks>
public sealed class RepeatedTasksTests : IAsyncLifetime
{
    private readonly UnreliableTd _td = new(0.12);
    private HttpMessageInvoker _invoker = null!;
    private InProcessBox _box = null!;

    public static TheoryData<string> Kinds => [.. LoadSchedule.Kinds];

    public async Task InitializeAsync()
    {
        _invoker = new(_td, disposeHandler: false);
        _box = await InProcessBox.StartAsync(_invoker);
    }

    public async Task DisposeAsync()
    {
        await _box.DisposeAsync();
        _invoker.Dispose();
        _td.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tasks_that_are_repeated_at_random_leave_the_same_tables(string kind)
    {
        var clean = await LoadSchedule.RunAsync(_box, _td, kind, "quiet", null);
        var disturbed = await LoadSchedule.RunAsync(_box, _td, kind, "acme", 1);

        Assert.True(disturbed.Faults > 0);
        Assert.Equal(clean.Tables, disturbed.Tables);
        Figures.Say(
            "repeated loads",
            FormattableString.Invariant($"{kind}: {disturbed.Faults} faults in {disturbed.Attempts} attempts leave the tables of a quiet run"));
    }
}
