using System.Collections.Immutable;

namespace Cdp.Pipeline.Operations;

/// <summary>What will be read again, and by which changes; nothing is changed by making the plan.</summary>
/// <param name="Object">The object's id: <c>shop_orders</c>.</param>
/// <param name="Verb">What is done to it, for people: <c>replay</c>, <c>backfill</c>, <c>set</c>.</param>
public sealed record RereadPlan(string Object, string Verb)
{
    /// <summary>Watermarks that move, those of later phases first: whatever stops in between, nothing is read twice into a table.</summary>
    public ImmutableArray<WatermarkMove> Moves { get; init; } = [];

    /// <summary>Windows that will be asked from the source again.</summary>
    public ImmutableArray<ReadWindow> Windows { get; init; } = [];

    /// <summary>Rows of the raw table that the new load replaces.</summary>
    public long Rows { get; init; }

    /// <summary>Windows of history whose success is forgotten, so that they are loaded again.</summary>
    public bool ForgetsWindows { get; init; }

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Nothing would be another than it is.</summary>
    public bool IsEmpty => Moves.IsEmpty && Windows.IsEmpty;
}

/// <param name="From">Null: there was none.</param>
public sealed record WatermarkMove(WatermarkKey Key, long? From, long To);

/// <param name="Start">Unix seconds, included.</param>
/// <param name="End">Unix seconds, not included; null: the time of the next run.</param>
/// <param name="Records">As the log has them from the last time; null: it was not loaded.</param>
public sealed record ReadWindow(long Start, long? End, long? Records);
