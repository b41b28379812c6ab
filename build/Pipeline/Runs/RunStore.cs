using System.Collections.Immutable;
using System.Globalization;

namespace Cdp.Pipeline.Runs;

/// <summary>The state in hand, always the one on disk once the run has begun.</summary>
public sealed class RunStore(StateFile file, RunParts parts)
{
    private readonly HashSet<Cell> _again = [];
    private RunState? _state;

    public RunState State => _state ??= Opened(file.Read());

    /// <summary>What the run that was given up has left running.</summary>
    public ImmutableArray<Execution> Abandoned { get; private set; } = [];

    /// <summary>Changes the state and has it on disk before anything else happens.</summary>
    public void Save(Func<RunState, RunState> change)
    {
        _state = change(State);
        file.Write(_state);
    }

    /// <summary>A cell that was done and was asked for by name runs from its beginning.</summary>
    public void RunAgain(Cell cell) => _again.Add(cell);

    public bool RunsAgain(Cell cell) => _again.Contains(cell);

    public void Ran(Cell cell) => _again.Remove(cell);

    /// <summary>Under the lock: what another process wrote meanwhile is what counts.</summary>
    public void Begin()
    {
        _state = Opened(file.Read());
        file.Write(_state);
    }

    private RunState Opened(RunState? old) => old switch
    {
        null => New([]),
        _ when !parts.Options.Fresh && Place(old.GlobalConfig) != Place(Global()) => throw new PipelineException(
            $"The run {old.PipelineId} in {parts.Workspace.Root} belongs to {Place(old.GlobalConfig)}, but now it would be {Place(Global())}. Use another --workspace, or give that run up with --fresh.",
            ExitCode.WrongInput),
        _ when parts.Options.Fresh => Fresh(old),
        { CompletedAt: not null } when parts.Options.Again => Following(old),
        _ => old,
    };

    /// <summary>Nothing is kept but what must not be used twice.</summary>
    private RunState Fresh(RunState old)
    {
        Abandoned = [.. PhaseNames.All.SelectMany(p => old[p].Executions).Where(e => e is { Status: ExecutionStatus.Running, AttemptId: not null })];
        var state = New(old.Runs.Add(Ended(old, "abandoned"))) with { Owned = old.Owned };
        return PhaseNames.All.Aggregate(state, (s, phase) => s.With(phase, p => p with { UsedSessionTimes = Used(old[phase]) }));
    }

    /// <summary>A new run over the same files: what was generated and deployed still is.</summary>
    private RunState Following(RunState old)
    {
        var state = New(old.Runs.Add(Ended(old, "finished"))) with { Owned = old.Owned };
        foreach (var phase in PhaseNames.All)
        {
            var before = old[phase];
            state = state.With(phase, p => p with
            {
                SchemasOf = before.SchemasOf,
                UsedSessionTimes = Used(before),
                FilesGenerated = before.FilesGenerated,
                Deployed = before.Deployed,
                DeployedAt = before.DeployedAt,
                Project = before.Project,
                Revision = before.Revision,
            });
            state = state
                .With(new Cell(phase, Step.Generate), _ => before[Step.Generate])
                .With(new Cell(phase, Step.Deploy), _ => before[Step.Deploy]);
        }

        return state;
    }

    private RunState New(ImmutableArray<EarlierRun> earlier)
    {
        var now = Seconds(parts.Clock.GetUtcNow());
        return new()
        {
            PipelineId = UnusedId(now, earlier),
            StartedAt = now,
            GlobalConfig = Global(),
            Runs = earlier,
        };
    }

    private GlobalState Global() => new(
        parts.Endpoint,
        parts.Pipeline.Client,
        SnakeCase.Of(parts.Pipeline.Config.Platform),
        parts.Pipeline.Config.Environment);

    private static string Place(GlobalState state) => $"{state.Client} on {state.Platform} ({state.TdEndpoint}, {state.Environment})";

    /// <summary>Two runs in one second, or under a fixed clock, still differ.</summary>
    private static string UnusedId(DateTimeOffset at, ImmutableArray<EarlierRun> earlier)
    {
        string id;
        do
        {
            id = at.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            at = at.AddSeconds(1);
        }
        while (earlier.Any(r => r.PipelineId == id));

        return id;
    }

    private static ImmutableArray<DateTimeOffset> Used(PhaseState phase) =>
        [.. phase.UsedSessionTimes, .. phase.Executions.Select(e => e.SessionTime)];

    private EarlierRun Ended(RunState run, string status) =>
        new(run.PipelineId, run.StartedAt, run.CompletedAt ?? Seconds(parts.Clock.GetUtcNow()), run.CompletedAt is null ? status : "finished");

    internal static DateTimeOffset Seconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
