using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>Starts, or finds, a session of another workflow and waits for it.</summary>
internal sealed class RequireOperator : IOperator
{
    private const int LongestWait = 10;
    private const string Kicked = "require_kicked";
    private const string Finished = "task_finish_success";
    private const string RerunName = "rerun_on_retry_attempt_name";

    public bool HasEffects => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var workflow = context.Params.Text("_command");
        var time = SessionTime(context.Params.Text("session_time"));
        var ignoreFailure = context.Params.Bool("ignore_failure", false);
        var rerunOn = context.Params.Text("rerun_on", "none");
        if (rerunOn is not ("none" or "failed" or "all"))
        {
            throw TaskFailure.Config($"invalid rerun_on option:{rerunOn}");
        }

        if (context.State[Finished] is JsonValue finished)
        {
            return finished.GetValue<bool>()
                ? new(TaskResult.Empty)
                : throw new TaskFailure(
                    $"Dependent workflow failed. Session id: {context.State["target_session_id"]}, attempt id: {context.State["target_attempt_id"]}");
        }

        var started = Start(context, workflow, time);
        var state = Params.Clone(context.State);
        if (!started.Conflict)
        {
            state[Kicked] = true;
            context.Log.Info($"Starting a new session project id={started.Attempt.ProjectId} workflow name={workflow} "
                + $"session_time={RuntimeParams.SessionTime(started.Attempt.SessionTime, context.Zone)}");
            return new(Poll(context, With(state, started.Attempt), started.Attempt));
        }

        return new(Existing(context, started.Attempt, state, rerunOn, ignoreFailure));
    }

    private static RunAgain Existing(OperatorContext context, Attempt attempt, JsonObject state, string rerunOn, bool ignoreFailure)
    {
        if (!attempt.Done)
        {
            return Poll(context, With(state, attempt), attempt);
        }

        var rerun = !state.ContainsKey(Kicked) && (rerunOn is "all" || (rerunOn is "failed" && !attempt.Success));
        if (rerun)
        {
            state[RerunName] = context.Uuid("rerun");
            return Poll(context, state);
        }

        With(state, attempt)[Finished] = attempt.Success || ignoreFailure;
        return Poll(context, state);
    }

    private static StartResult Start(OperatorContext context, string workflow, DateTimeOffset time)
    {
        var project = Project(context, out var identity);
        var definition = project is null ? null : context.Engine.Store.FindWorkflow(project.Id, workflow);
        if (definition is null)
        {
            throw new TaskFailure($"Dependent workflow does not exist. {identity}, workflowName:{workflow}");
        }

        var local = new ParamReader(context.Local);
        try
        {
            return context.Engine.Start(new(definition.Id, time)
            {
                Params = Params.Clone(context.Params.MapOrNull("params")),
                RetryAttemptName = context.State[RerunName]?.GetValue<string>() ?? local.TextOrNull("retry_attempt_name"),
            });
        }
        catch (EngineException ex)
        {
            throw new TaskFailure(ex.Message);
        }
    }

    private static Project? Project(OperatorContext context, out string identity)
    {
        var local = new ParamReader(context.Local);
        var id = local.LongOrNull("project_id");
        var name = local.TextOrNull("project_name");
        if (id is not null && name is not null)
        {
            throw TaskFailure.Config("Both project_id and project_name can't be set");
        }

        identity = name is not null ? $"projectName: {name}" : $"projectId: {id ?? context.Attempt.ProjectId}";
        return name is not null
            ? context.Engine.Store.FindProject(name)
            : context.Engine.Store.FindProject(id ?? context.Attempt.ProjectId);
    }

    private static JsonObject With(JsonObject state, Attempt attempt)
    {
        state["target_session_id"] = attempt.SessionId;
        state["target_attempt_id"] = attempt.Id;
        return state;
    }

    /// <summary>1, 2, 4, 8, 10, 10 … seconds, or as soon as the attempt that is waited for ends; at once when there is none.</summary>
    private static RunAgain Poll(OperatorContext context, JsonObject state, Attempt? waitingFor = null)
    {
        var count = state["retry"] is JsonValue retry ? retry.GetValue<int>() : 0;
        state["retry"] = count + 1;
        return waitingFor is null
            ? new(TimeSpan.Zero, state)
            : new(TimeSpan.FromSeconds(Math.Min(Math.Pow(2, count), LongestWait)), state) { OrWhenDone = waitingFor.Id };
    }

    private static DateTimeOffset SessionTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw TaskFailure.Config($"Expected a time with offset for key 'session_time' but got \"{text}\" (string)");
}
