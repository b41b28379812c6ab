using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Operators;

namespace Cdp.Digdag.Engine;

/// <summary>Runs one operator task: collects what it sees, evaluates it, calls the operator, reports what came of it.</summary>
internal sealed class TaskRunner(OperatorCatalog operators)
{
    /// <summary>As far as its own keys tell.</summary>
    public bool IsImmediate(TaskNode task)
    {
        var type = task.Local.ContainsKey("_type")
            ? task.Local["_type"] as JsonValue is { } value ? value.ToString() : ""
            : task.Local.Select(p => p.Key).FirstOrDefault(k => k.EndsWith('>'))?[..^1];
        return type is not null && operators.Find(type) is { IsImmediate: true };
    }

    public async Task RunAsync(AttemptRun run, TaskNode task)
    {
        var log = run.Context.Log(task);
        try
        {
            await RunOperatorAsync(run, task, log);
        }
        catch (DigdagConfigException ex)
        {
            Fail(run, task, log, TaskFailure.Of(ex));
        }
        catch (TaskFailure ex)
        {
            Fail(run, task, log, log.Mask is null ? ex : ex.Masked(log.Mask));
        }
        catch (Exception ex)
        {
            // The border between the engine and its operators: whatever an operator throws fails its task, never the engine.
            var failure = TaskFailure.Runtime(log.Mask?.Invoke(ex.Message) ?? ex.Message);
            Fail(run, task, failure, () => log.Error($"Task {task.FullName} failed unexpectedly: {failure.Message}"));
        }
    }

    private static void Fail(AttemptRun run, TaskNode task, TaskLog log, TaskFailure ex) =>
        Fail(run, task, ex, () => log.Error(ex switch
        {
            { Kind: "config" } => $"Configuration error at task {task.FullName}: {ex.FullMessage}",
            { IsUnexpected: true } => $"Task failed with unexpected error: {ex.Message}",
            _ => $"Task {task.FullName} failed.\n{ex.FullMessage}",
        }));

    /// <summary>A log that cannot be written must not keep the task from ending.</summary>
    private static void Fail(AttemptRun run, TaskNode task, TaskFailure ex, Action log)
    {
        try
        {
            log();
        }
        finally
        {
            run.Failed(task, ex);
        }
    }

    private async Task RunOperatorAsync(AttemptRun run, TaskNode task, TaskLog log)
    {
        var context = run.Read(() => Prepare(run, task));
        var config = context.IsEvaluated ? context.All : DigdagLanguage.Evaluate(context.All, context.Scope);
        if (OperatorType(config) is not { } type)
        {
            run.Succeeded(task, TaskResult.Empty);
            return;
        }

        var op = operators.Find(type) ?? throw TaskFailure.Config($"Unknown task type: {type}");
        var call = new OperatorContext(run, task.Id, task.FullName, context.State, config, LocalOf(context.Local, config), log);
        log.Mask = call.Secrets.Masked;
        try
        {
            if (op.HasEffects)
            {
                run.Sync();
            }

            if (context.CancelRequested)
            {
                throw new OperationCanceledException();
            }

            log.Info($"{type}>: {Shown(config)}");
            var outcome = await Retried(op, call, run.Killed);
            if (outcome is TaskResult && op.Options is { } options)
            {
                UnusedKeys.Tell(call, options);
            }

            Report(run, task, call, outcome);
        }
        catch (OperationCanceledException) when (run.IsCancelRequested)
        {
            await op.CleanUpAsync(call);
            run.Failed(task, new TaskFailure($"Got a cancel-requested: attempt_id={call.Attempt.Id}, task_id={task.Id}"));
        }
    }

    private static void Report(AttemptRun run, TaskNode task, OperatorContext call, Outcome outcome)
    {
        switch (outcome)
        {
            case TaskResult result:
                run.Succeeded(task, result);
                break;
            case RunAgain again:
                task.Evaluated = again.Anew ? null : call.Config;
                run.Again(task, again);
                break;
        }
    }

    /// <summary>An operator's own <c>_retry</c> (§4.2, first mechanism); polls pass through uncounted.</summary>
    private static async Task<Outcome> Retried(IOperator op, OperatorContext call, CancellationToken killed)
    {
        if (!op.Retries)
        {
            return await op.RunAsync(call, killed);
        }

        await op.ValidateAsync(call);
        var rule = RetryRule.Of(call.Config, call.State);
        try
        {
            return await op.RunAsync(call, killed);
        }
        catch (TaskFailure ex) when (rule.HasMore)
        {
            call.Log.Error($"Task failed, retrying\n{ex.Message}");
            return new RunAgain(TimeSpan.FromSeconds(rule.NextInterval / call.Options.Hurry), rule.NextState(call.State)) { Anew = true };
        }
    }

    private static Prepared Prepare(AttemptRun run, TaskNode task)
    {
        var context = run.Context;
        var state = Params.Clone(task.Now.StateParams);
        var local = Params.Clone(task.Local);
        local.Remove("_check");
        local.Remove("_error");
        if (task.Evaluated is { } known)
        {
            return new(Params.Clone(known), [], local, state, task.CancelRequested, true);
        }

        var scope = Params.Merged(context.Revision.DefaultParams, context.Attempt.Params);
        Visibility.Collect(scope, task, run.HasStores);
        scope.Remove("_check");
        scope.Remove("_error");
        Params.Merge(scope, RuntimeParams.Of(context, task.FullName, scope));
        return new(Params.Merged(scope, local), scope, local, state, task.CancelRequested, false);
    }

    /// <summary><c>_type</c>, or the first key that ends in <c>&gt;</c>, exports included; sets <c>_type</c> and <c>_command</c>.</summary>
    private static string? OperatorType(JsonObject config)
    {
        if (config.ContainsKey("_type"))
        {
            return new ParamReader(config).Text("_type");
        }

        var key = config.Select(p => p.Key).FirstOrDefault(k => k.EndsWith('>'));
        if (key is null)
        {
            return null;
        }

        config["_type"] = key[..^1];
        config.Remove("_command");
        if (config[key] is { } command)
        {
            config["_command"] = command.DeepClone();
        }

        return key[..^1];
    }

    /// <summary>The command as digdag's own log shows it: text as it is, anything else as JSON.</summary>
    private static string Shown(JsonObject config) =>
        config["_command"] is { } command ? JsonText.Scalar(command) ?? JsonText.Of(command) : "";

    private static JsonObject LocalOf(JsonObject local, JsonObject config)
    {
        var evaluated = new JsonObject();
        foreach (var (key, _) in local)
        {
            evaluated[key] = config[key]?.DeepClone();
        }

        return evaluated;
    }

    private sealed record Prepared(
        JsonObject All, JsonObject Scope, JsonObject Local, JsonObject State, bool CancelRequested, bool IsEvaluated);
}
