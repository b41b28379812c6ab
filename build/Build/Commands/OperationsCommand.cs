using System.Collections.Immutable;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Operations;
using Cdp.Pipeline.Runs;

namespace Cdp.Build.Commands;

/// <summary>What <c>Watermark</c> and <c>Backfill</c> share: the object that is meant, the preview, the change after <c>--yes</c>.</summary>
internal sealed class OperationsCommand(BuildContext context, RereadPlanner planner, WatermarkStore store)
{
    private static readonly string[] _phases = ["ingestion", "hist_union", "staging"];

    private readonly ImmutableArray<ObjectWatermarks> _objects = ObjectWatermarks.Of(context.Resolved);

    public RereadPlanner Planner => planner;

    public static OperationsCommand Of(BuildContext context) => new(
        context,
        new(context.Platform, context.Resolved, Definitions.Connectors(context.Files, context.Config)),
        new(context.Platform, context.Resolved));

    /// <summary>The object of <c>--table</c>, by its id or by its raw table's name.</summary>
    public ObjectWatermarks Object()
    {
        var known = string.Join(", ", _objects.Select(o => o.Id));
        if (context.Argument("table") is not { } name)
        {
            throw new PipelineException($"Say which table: --table=NAME, one of {known}.", ExitCode.WrongInput);
        }

        return _objects.FirstOrDefault(o => o.Id == name)
            ?? _objects.FirstOrDefault(o => o.Keys.Any(k => k.Table == name))
            ?? throw new PipelineException(
                $"There is no table '{name}'.{Suggestion.For(name, _objects.Select(o => o.Id))} There are {known}.", ExitCode.WrongInput);
    }

    /// <summary>The key of <c>--set</c>: ingestion's, or that of <c>--phase</c>.</summary>
    public WatermarkKey Key(ObjectWatermarks o)
    {
        var (phase, table) = (context.Argument("phase") ?? _phases[0], context.Argument("table"));
        if (!_phases.Contains(phase))
        {
            throw new PipelineException($"--phase={phase} has no watermarks.{Suggestion.For(phase, _phases)} Use {string.Join(", ", _phases)}.", ExitCode.WrongInput);
        }

        var keys = o.Keys.Where(k => k.Project == phase).ToList();
        return keys switch
        {
            [] => throw new PipelineException($"{o.Id} has no watermark of {phase}.", ExitCode.WrongInput),
            [var only] => only,
            _ => keys.Find(k => k.Table == table) ?? throw new PipelineException(
                $"{o.Id} has several watermarks of {phase}. Say which: --table={string.Join(" or --table=", keys.Select(k => k.Table))}.", ExitCode.WrongInput),
        };
    }

    /// <summary>Those of this configuration in the order of phases, then what else the databases have.</summary>
    public async Task<IReadOnlyList<Watermark>> WatermarksAsync()
    {
        var known = await store.ReadAsync(context.Cancellation);
        var keys = _objects.SelectMany(o => o.Keys).OrderBy(k => Array.IndexOf(_phases, k.Project)).Distinct().ToList();
        return
        [
            .. keys.Select(k => known.GetValueOrDefault(k) ?? new Watermark(k, null, null)),
            .. known.Values.Where(w => !keys.Contains(w.Key)).OrderBy(w => w.Key.Project, StringComparer.Ordinal).ThenBy(w => w.Key.Table, StringComparer.Ordinal),
        ];
    }

    /// <summary>Tells the plan, and carries it out where <c>--yes</c> says so and no run is under way here.</summary>
    public async Task FinishAsync(RereadPlan plan, ObjectWatermarks o)
    {
        var isDone = false;
        if (context.Has("yes") && !plan.IsEmpty)
        {
            using var hold = WorkspaceLock.Take(new Workspace(context.Workspace), TimeProvider.System);
            await planner.ApplyAsync(plan, o, context.Invocation.Clock.GetUtcNow(), context.Cancellation);
            isDone = true;
        }

        RereadOutput.Write(Terminal.Output, plan, isDone, context.Argument("format") ?? "table");
    }
}
