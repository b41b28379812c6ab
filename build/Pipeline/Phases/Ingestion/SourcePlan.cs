using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What is loaded from one source, by which workflows.</summary>
public sealed record SourcePlan(ResolvedSource Source, Connector Connector, ImmutableArray<ObjectPlan> Objects)
{
    public required ImmutableArray<HistoryRange> Ranges { get; init; }

    public string Name => Source.Name;

    public bool HasHistory => Source.Mode is not IngestionMode.Incremental && Windowed.Length > 0;

    public bool HasIncrements => Source.Mode is not IngestionMode.Historical;

    /// <summary>Objects that are asked for a window of time.</summary>
    public ImmutableArray<ObjectPlan> Windowed => [.. Objects.Where(o => !o.IsFull)];

    /// <summary>Objects that are read whole each time.</summary>
    public ImmutableArray<ObjectPlan> Full => [.. Objects.Where(o => o.IsFull)];

    /// <summary>Loads may bring more than their window, which is then taken away.</summary>
    public bool IsTrimmed => Objects.Any(o => o.IsTrimmed);

    public string IncWorkflow => $"{Name}_ingest_inc";

    public string HistWorkflow => $"{Name}_ingest_hist";

    /// <summary>In the order in which they run.</summary>
    public ImmutableArray<string> Workflows =>
        [.. Source.Mode is IngestionMode.Incremental ? [] : new[] { HistWorkflow }, .. HasIncrements ? [IncWorkflow] : Array.Empty<string>()];

    public ImmutableArray<HistoryPart> Parts => HasHistory ? HistoryParts.Divide(Name, Windowed, Ranges) : [];

    /// <summary>Where the increments begin when no watermark says so: at the end of history, or at the start date.</summary>
    public DateTimeOffset FirstWatermark =>
        (HasHistory && HasIncrements ? Source.EndDate : Source.StartDate) is { } moment
            ? HistoryRanges.Parse(moment)
            : DateTimeOffset.UnixEpoch;

    public static SourcePlan Of(ResolvedSource source, Connector connector, DateRange unit) => new(
        source,
        connector,
        [.. source.Objects.Select(o => new ObjectPlan(o, connector, Merge(source, o, connector)))])
    {
        Ranges = source.Mode is not IngestionMode.Incremental && source is { StartDate: { } start, EndDate: { } end }
            ? HistoryRanges.Cut(HistoryRanges.Parse(start), HistoryRanges.Parse(end), connector.Incremental is IncrementalKind.Start ? DateRange.None : unit)
            : [],
    };

    private static JsonObject Merge(ResolvedSource source, ResolvedObject o, Connector connector)
    {
        JsonObject merged = [];
        foreach (var (key, value) in source.Parameters.Concat(o.Config.Parameters ?? []))
        {
            merged[key] = value?.DeepClone();
        }

        foreach (var (key, parameter) in connector.Parameters)
        {
            if (parameter.FromObject && !merged.ContainsKey(key) && (parameter.Unless is null || !merged.ContainsKey(parameter.Unless)))
            {
                merged[key] = o.Name;
            }
        }

        return merged;
    }
}
