using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Ports;

/// <summary>Only where the platform is on this machine: tells it which files answer for the real sources.</summary>
public interface IStandIns
{
    /// <summary>Replaces all that were told before.</summary>
    Task ReplaceAsync(IReadOnlyList<StandIn> standIns, CancellationToken cancellation);
}

/// <param name="Match">What the <c>in:</c> of a load must hold for this file to answer it.</param>
/// <param name="Path">Absolute.</param>
/// <param name="Format">csv, json, jsonl or parquet.</param>
public sealed record StandIn(JsonObject Match, string Path, string Format, StandInWindow? Window);

/// <summary>Rows of [from, to) by the column are given.</summary>
/// <param name="Column">A column of the file.</param>
/// <param name="From">The key of <c>in:</c> that holds the lower bound, or null for none.</param>
/// <param name="To">The key of <c>in:</c> that holds the upper bound, or null for none.</param>
public sealed record StandInWindow(string Column, string? From, string? To);
