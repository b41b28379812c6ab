using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Operations;

/// <summary>
/// Plans what is read again. A window that is loaded again replaces the rows it left before; so that later tables lose those
/// rows too and do not have them twice, their watermarks go back to before the oldest of them.
/// </summary>
public sealed class RereadPlanner(IPlatform platform, ResolvedPipeline pipeline, ConnectorRegistry connectors)
{
    private readonly RawTables _raw = new(platform, pipeline);
    private readonly WatermarkStore _watermarks = new(platform, pipeline);

    private bool ExactlyOnce => pipeline.Config.Ingestion.ExactlyOnce;

    /// <summary>Increments from that moment on; back to where the load that covers it began.</summary>
    public async Task<RereadPlan> ReplayAsync(ObjectWatermarks o, DateTimeOffset from, CancellationToken cancellation)
    {
        Windowed(o);
        if (o.Source.Mode is IngestionMode.Historical)
        {
            throw new PipelineException($"{o.Id} has no increments. Use --target=Backfill for its history.", ExitCode.WrongInput);
        }

        var known = await _watermarks.ReadAsync(cancellation);
        var asked = from.ToUnixTimeSeconds();
        var current = known.GetValueOrDefault(o.Ingestion)?.Value;
        if (current is null || asked >= current)
        {
            return new(o.Id, "replay")
            {
                Warnings = [current is null ? $"Nothing of {o.Id} was loaded by increments yet." : $"{o.Id} was read up to {Texts.Time(current.Value)} only, so nothing after {Texts.Time(asked)} can be read again."],
            };
        }

        var windows = await _raw.IncrementsAsync(o.Object, asked, cancellation);
        var start = Math.Max(windows.IsEmpty ? asked : Math.Min(asked, windows[0].Start), FirstIncrement(o));
        var (rows, first) = await _raw.IncrementRowsAsync(o.Object, start, cancellation);
        return new(o.Id, "replay")
        {
            Windows = [new(start, null, windows.Sum(w => w.Records ?? 0))],
            Rows = rows,
            Moves = [.. Back(o.After("inc"), first, known), new(o.Ingestion, current, start)],
            Warnings =
            [
                .. start > asked ? new[] { $"What is before {Texts.Time(start)} belongs to history: --target=Backfill reads that again." } : [],
                .. start < asked ? new[] { $"The load that covers {Texts.Time(asked)} began at {Texts.Time(start)}, so it is read from there." } : [],
                .. Warnings(o),
            ],
        };
    }

    /// <summary>Ranges of history that touch the window; null for the whole of it.</summary>
    public async Task<RereadPlan> BackfillAsync(ObjectWatermarks o, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation)
    {
        Windowed(o);
        var source = Plan(o);
        if (source.Ranges.IsEmpty)
        {
            throw new PipelineException(
                $"{o.Id} has no history. Set mode: both with start_date and end_date for {o.Source.Name}, or use --target=Watermark --replay-from=TIME.",
                ExitCode.WrongInput);
        }

        var (start, end) = (from?.ToUnixTimeSeconds() ?? long.MinValue, to?.ToUnixTimeSeconds() ?? long.MaxValue);
        var ranges = source.Ranges.Where(r => r.StartUnixtime < end && r.EndUnixtime > start).ToList();
        if (ranges.Count == 0)
        {
            throw new PipelineException(
                $"The history of {o.Id} is from {Texts.Time(source.Ranges[0].StartUnixtime)} to {Texts.Time(source.Ranges[^1].EndUnixtime)}; nothing of it is in that window. Change start_date or end_date, or use --target=Watermark --replay-from=TIME.",
                ExitCode.WrongInput);
        }

        (start, end) = (ranges[0].StartUnixtime, ranges[^1].EndUnixtime);
        var loaded = await _raw.HistoryAsync(o.Object, start, end, cancellation);
        var (rows, first) = await _raw.HistoryRowsAsync(o.Object, start, end, cancellation);
        return new(o.Id, "backfill")
        {
            Windows = [.. ranges.Select(r => new ReadWindow(r.StartUnixtime, r.EndUnixtime, loaded.FirstOrDefault(w => w.Start == r.StartUnixtime)?.Records))],
            Rows = rows,
            Moves = [.. Back(o.After("hist"), first, await _watermarks.ReadAsync(cancellation))],
            ForgetsWindows = true,
            Warnings = [.. Warnings(o)],
        };
    }

    /// <summary>One watermark alone, wherever somebody wants it.</summary>
    public async Task<RereadPlan> SetAsync(WatermarkKey key, ObjectWatermarks o, DateTimeOffset to, CancellationToken cancellation)
    {
        var current = (await _watermarks.ReadAsync(cancellation)).GetValueOrDefault(key)?.Value;
        var value = to.ToUnixTimeSeconds();
        if (current == value)
        {
            return new(o.Id, "set");
        }

        return new(o.Id, "set")
        {
            Moves = [new(key, current, value)],
            Windows = value < current && key == o.Ingestion ? [new(value, null, null)] : [],
            Warnings =
            [
                value < (current ?? 0)
                    ? $"What was read since {Texts.Time(value)} is read again by {key.Project}; later phases are not told. --replay-from=TIME sees to them too."
                    : $"What has changed up to {Texts.Time(value)} and was not read yet is never read.",
            ],
        };
    }

    /// <summary>Carries the plan out. Each change may be repeated, so a plan that was cut off is simply made and carried out again.</summary>
    public async Task ApplyAsync(RereadPlan plan, ObjectWatermarks o, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var move in plan.Moves)
        {
            await _watermarks.SetAsync(move.Key, move.To, now, cancellation);
        }

        if (plan.ForgetsWindows)
        {
            await _raw.ForgetHistoryAsync(o.Object, plan.Windows[0].Start, plan.Windows[^1].End!.Value, cancellation);
        }
    }

    private SourcePlan Plan(ObjectWatermarks o) =>
        SourcePlan.Of(o.Source, connectors.Get(o.Source.Connector), pipeline.Config.Ingestion.DateRange);

    /// <summary>With a history, its workflow sees to it that increments never begin before its end.</summary>
    private long FirstIncrement(ObjectWatermarks o) =>
        Plan(o) is { HasHistory: true } plan ? plan.FirstWatermark.ToUnixTimeSeconds() : 0;

    private static void Windowed(ObjectWatermarks o)
    {
        if (o.Object.Load is LoadKind.Full)
        {
            throw new PipelineException($"{o.Id} is read whole by every run, so there is nothing to read again.", ExitCode.WrongInput);
        }
    }

    /// <summary>The last phase first.</summary>
    private static IEnumerable<WatermarkMove> Back(IEnumerable<WatermarkKey> keys, long? first, IReadOnlyDictionary<WatermarkKey, Watermark> known) =>
        from key in keys.Reverse()
        let value = known.GetValueOrDefault(key)?.Value
        where first is not null && value >= first
        select new WatermarkMove(key, value, first!.Value - 1);

    private IEnumerable<string> Warnings(ObjectWatermarks o) => ExactlyOnce
        ? []
        : [$"exactly_once is off: what is read again comes a second time into {o.Object.Table}. Staging removes it where the table has a key."];
}
