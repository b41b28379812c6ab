namespace Cdp.Emulator.Hosting;

/// <summary>The time that workflows and SQL see. Tests fix it, so that two runs can be compared row for row.</summary>
/// <remarks>Only the wall clock can be fixed: timers and durations go on.</remarks>
internal sealed class EmulatorClock(TimeProvider time) : TimeProvider
{
    private StrongBox? _fixed;

    public DateTimeOffset? Fixed
    {
        get => _fixed?.Value;
        set => _fixed = value is { } moment ? new StrongBox(moment) : null;
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _fixed?.Value ?? time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);

    // A reference is read at once, a DateTimeOffset is not.
    private sealed record StrongBox(DateTimeOffset Value);
}
