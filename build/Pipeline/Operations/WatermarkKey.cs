using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Operations;

/// <summary>Whose watermark: the first three columns of <c>inc_log</c> (spec, cdp_phases §0.4).</summary>
/// <param name="Project">The phase's folder, as every phase writes it: <c>ingestion</c>, <c>hist_union</c>, <c>staging</c>.</param>
/// <param name="Table">A raw table; for staging the combined table and the origin of its rows, <c>shop_orders_hist_union.inc</c>.</param>
public sealed record WatermarkKey(string Project, string Database, string Table);

/// <param name="Value">Unix seconds: everything up to here was read. Null: nothing yet.</param>
public sealed record Watermark(WatermarkKey Key, long? Value, DateTimeOffset? SetAt);

/// <summary>The watermarks of one object, in the order of the phases.</summary>
public sealed record ObjectWatermarks(ResolvedObject Object, ResolvedSource Source, ImmutableArray<WatermarkKey> Keys)
{
    public string Id => Object.Id;

    public WatermarkKey Ingestion => Keys[0];

    /// <summary>Keys after ingestion that are about rows of that origin.</summary>
    /// <param name="origin"><c>hist</c> or <c>inc</c>.</param>
    public IEnumerable<WatermarkKey> After(string origin)
    {
        var table = origin == "hist" ? Object.HistTable : Object.Table;
        return Keys.Skip(1).Where(k => k.Table == table || k.Table.EndsWith($".{origin}", StringComparison.Ordinal));
    }

    public static ImmutableArray<ObjectWatermarks> Of(ResolvedPipeline pipeline) =>
    [
        .. from source in pipeline.Ingestion.Sources
           from o in source.Objects
           select new ObjectWatermarks(o, source, [new("ingestion", pipeline.Ingestion.Database, o.Table), .. Later(pipeline, o)]),
    ];

    private static IEnumerable<WatermarkKey> Later(ResolvedPipeline pipeline, ResolvedObject o)
    {
        if (pipeline.HistUnion.Tables.FirstOrDefault(t => t.Id == o.Id) is not { } union)
        {
            yield break;
        }

        foreach (var side in (string[])[.. union.HasHist ? [union.HistTable] : Array.Empty<string>(), .. union.HasInc ? [union.IncTable] : Array.Empty<string>()])
        {
            yield return new("hist_union", pipeline.HistUnion.SourceDatabase, side);
        }

        if (pipeline.Staging.Tables.Any(t => t.Id == o.Id) && union.Load is LoadKind.Incremental)
        {
            foreach (var origin in (string[])["hist", "inc"])
            {
                yield return new("staging", pipeline.Staging.SourceDatabase, $"{union.Target}.{origin}");
            }
        }
    }
}
