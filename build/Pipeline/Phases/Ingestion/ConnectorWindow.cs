using System.ComponentModel;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>How a connector is asked for what changed in a window of time (spec, cdp_phases §3).</summary>
public enum IncrementalKind
{
    /// <summary>Keys of <c>in:</c> hold both ends.</summary>
    Keys,

    /// <summary>Keys of <c>in:</c> hold the first day and a number of days: more than the window may come.</summary>
    Days,

    /// <summary>A key of <c>in:</c> holds the start; all that came since then is read.</summary>
    Start,

    /// <summary>A condition, written for the person who configures, holds both ends.</summary>
    Where,

    /// <summary>The person's own query holds both ends.</summary>
    Query,

    /// <summary>Storage, whose order is that of the names of files: each load reads the prefix whole.</summary>
    Files,

    /// <summary>The source cannot be asked for changes.</summary>
    None,

    /// <summary>The person's own parameters hold both ends, wherever they like.</summary>
    Any,
}

public sealed record ConnectorWindow
{
    [Description("Key of the start.")]
    public string? From { get; init; }

    [Description("Key of the end.")]
    public string? To { get; init; }

    [Description("Key of the number of days.")]
    public string? Days { get; init; }

    [Description("Key that names the field the window is about.")]
    public string? Field { get; init; }

    [Description("Key of the condition.")]
    public string? Where { get; init; }

    [Description("The condition, with {field}, {from} and {to}.")]
    public string? Condition { get; init; }

    [Description("Parameter that, where it is given, holds both ends by itself.")]
    public string? Query { get; init; }

    [Description("Which ends belong to the window.")]
    public WindowEnds Ends { get; init; } = WindowEnds.Unknown;

    /// <summary>Seconds by which a load begins earlier, so that no record of the boundary is lost (B-ING-4).</summary>
    public int Edge => Ends is WindowEnds.Unknown ? 1 : 0;
}

public enum WindowEnds
{
    /// <summary>Nobody has said; the first or the last second may be left out.</summary>
    Unknown,

    /// <summary>The start, not the end.</summary>
    HalfOpen,

    /// <summary>Both; records of the boundary come twice.</summary>
    Closed,
}
