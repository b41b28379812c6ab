using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Gates.Ingestion;

/// <summary>One object loaded in one way, into one table.</summary>
/// <param name="RunMode">As the log says it: historical, incremental or full.</param>
internal sealed record Load(ObjectPlan Object, string RunMode, string Table)
{
    public static IEnumerable<Load> Of(SourcePlan source) =>
    [
        .. source.HasHistory ? source.Windowed.Select(o => new Load(o, "historical", o.Object.HistTable)) : [],
        .. source.HasIncrements ? source.Windowed.Select(o => new Load(o, "incremental", o.Object.Table)) : [],
        .. source.Full.Select(o => new Load(o, "full", o.Object.Table)),
    ];
}
