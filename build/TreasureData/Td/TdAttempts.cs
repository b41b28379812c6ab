using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Td.Outputs;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.TreasureData.Td;

/// <summary>Sessions and attempts, through <c>td wf</c>.</summary>
internal sealed class TdAttempts(TdCalls td, TdLimits limits)
{
    private const string ParamsFile = "params.yml";

    /// <summary>A day has at most two clock changes around it: asked, corrected, corrected once more.</summary>
    private const int ClockTries = 3;

    public async Task<Attempt> StartAsync(WorkflowStart start, CancellationToken cancellation)
    {
        var doing = $"the start of '{start.Workflow}'";
        var text = await LocalTimeAsync(start, doing, cancellation);
        try
        {
            var attempt = await td.AskAsync(
                Start(start, doing, text), output => StartOutput.Read(output, doing, start.Project, start.Workflow), cancellation);
            return attempt.SessionTime == start.SessionTime ? attempt : throw Faults.Of(
                Fault.NotUnderstood, doing, $"session {attempt.SessionId} has the time {attempt.SessionTime:u} instead of {start.SessionTime:u}");
        }
        catch (PlatformException ex) when (ex is { Fault: Fault.SessionExists, Details.AttemptId: { } existing })
        {
            return await GetAsync(existing, cancellation) with { Adopted = true };
        }
    }

    public Task<Attempt> GetAsync(string attemptId, CancellationToken cancellation) => td.AskAsync(
        new($"the look at attempt {attemptId}", ["wf", "attempt", attemptId], limits.Look),
        output => AttemptOutput.Read(output, attemptId),
        cancellation);

    public async Task<Attempt> GetLatestAsync(string sessionId, CancellationToken cancellation) => await GetAsync(
        await td.AskAsync(
            new($"the look at session {sessionId}", ["wf", "session", sessionId], limits.Look),
            output => AttemptOutput.ReadLastOf(output, sessionId),
            cancellation),
        cancellation);

    public async Task<Attempt> RetryAsync(string attemptId, RetryMode mode, string name, CancellationToken cancellation)
    {
        var doing = $"the retry of attempt {attemptId}";
        var how = mode is RetryMode.ResumeFailed ? "--resume" : "--all";
        try
        {
            return await td.AskAsync(
                new(doing, ["wf", "retry", attemptId, "--latest-revision", how, "--name", name], limits.Effect),
                output => StartOutput.Read(output, doing, project: null, workflow: null),
                cancellation);
        }
        catch (PlatformException ex) when (ex is { Fault: Fault.SessionExists, Details.AttemptId: { } existing })
        {
            return await GetAsync(existing, cancellation) with { Adopted = true };
        }
    }

    public Task KillAsync(string attemptId, CancellationToken cancellation) => td.AskAsync(
        new($"the kill of attempt {attemptId}", ["wf", "kill", attemptId], limits.Effect),
        output =>
        {
            KillOutput.Read(output, attemptId);
            return true;
        },
        cancellation);

    public Task<IReadOnlyList<TaskStatus>> TasksAsync(string attemptId, CancellationToken cancellation) => td.AskAsync(
        new($"the look at the tasks of attempt {attemptId}", ["wf", "tasks", attemptId], limits.Look),
        output => TasksOutput.Read(output, attemptId),
        cancellation);

    public Task<string> LogAsync(string attemptId, string? taskName, CancellationToken cancellation) => td.AskAsync(
        new($"the log of attempt {attemptId}", taskName is null ? ["wf", "log", attemptId, "-v"] : ["wf", "log", attemptId, taskName, "-v"], limits.Transfer),
        output => LogOutput.Read(output, attemptId),
        cancellation);

    /// <summary>The session time as td wants it: on the clock of the workflow's time zone, which td alone knows. A dry run
    /// shows which time a text stands for.</summary>
    private async Task<string> LocalTimeAsync(WorkflowStart start, string doing, CancellationToken cancellation)
    {
        var offset = TimeSpan.Zero;
        for (var i = 0; i < ClockTries; i++)
        {
            var text = start.SessionTime.ToOffset(offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            var dry = Start(start, doing, text);
            var shown = await td.AskAsync(
                dry with { Arguments = dry.Arguments.Add("--dry-run"), Limit = limits.Look }, output => StartOutput.ReadDry(output, doing), cancellation);
            if (shown == start.SessionTime)
            {
                return text;
            }

            offset = shown.Offset;
        }

        throw Faults.Of(Fault.Refused, doing, $"the session time {start.SessionTime:u} does not exist on the clock of the workflow's time zone");
    }

    private TdCommand Start(WorkflowStart start, string doing, string time)
    {
        ImmutableArray<string> arguments = ["wf", "start", start.Project, start.Workflow, "--session", time];
        var parameters = new JsonObject(start.Params.Order().Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, p.Value)));
        return start.Params.IsEmpty
            ? new(doing, arguments, limits.Effect)
            : new(doing, [.. arguments, "-P", ParamsFile], limits.Effect)
            {
                Files = ImmutableDictionary<string, string>.Empty.Add(ParamsFile, parameters.ToJsonString()),
            };
    }
}
