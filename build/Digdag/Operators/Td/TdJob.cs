using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>
/// A job of TD, followed over several runs of an operator. Its key for TD is on disk before the job is asked for, its id
/// before it is waited for: whatever dies in between, the same job is found again and none is started twice.
/// </summary>
internal static class TdJob
{
    /// <summary>Either what to return for now, or the id of the job when it has succeeded.</summary>
    public static async Task<(RunAgain? Again, string Id)> FollowAsync(
        TdCall call, string stateKey, Func<string, Task<string>> start, CancellationToken cancellation)
    {
        var job = call.State[stateKey] as JsonObject ?? Unstarted();
        if (Text(job, "domainKey") is not { } domainKey)
        {
            job["domainKey"] = call.Context.Uuid($"{stateKey} after {call.State["__last_job_id"]}");
            return (Again(call, stateKey, job, TimeSpan.Zero), "");
        }

        try
        {
            if (Text(job, "jobId") is not { } id)
            {
                job["jobId"] = await StartedAsync(call, domainKey, start);
                job["errorPollIteration"] = null;
                return (Again(call, stateKey, job, call.Context.Options.MinPoll), "");
            }

            var status = await call.Client.StatusAsync(id, cancellation);
            job["errorPollIteration"] = null;
            return status switch
            {
                "success" => (null, id),
                "error" or "killed" => throw await FailureAsync(call, id, cancellation),
                _ => (Poll(call, stateKey, job, "pollIteration"), ""),
            };
        }
        catch (TdApiException ex) when (!ex.IsFinal)
        {
            call.Context.Log.Warn(ex.Message);
            return (Poll(call, stateKey, job, "errorPollIteration", ex), "");
        }
        catch (TdApiException ex)
        {
            throw ex.ToFailure();
        }
    }

    private static async Task<string> StartedAsync(TdCall call, string domainKey, Func<string, Task<string>> start)
    {
        try
        {
            return await start(domainKey);
        }
        catch (TdApiException)
        {
            call.Context.Log.Warn($"failed to start job: domainKey={domainKey}");
            throw;
        }
    }

    /// <summary>Adds <c>td.last_job_id</c> and <c>td.last_job</c> to what an operator stores.</summary>
    public static async Task<TaskResult> DoneAsync(TdCall call, string id, TaskResult result, CancellationToken cancellation)
    {
        long records = 0;
        try
        {
            records = (await call.Client.ShowAsync(id, cancellation)).Records;
        }
        catch (TdApiException ex)
        {
            call.Context.Log.Warn($"Setting num_records failed. Ignoring this error. {ex.Message}");
        }

        var store = Params.Clone(result.Store);
        var td = Params.Clone(store["td"] as JsonObject);
        td["last_job_id"] = id;
        td["last_job"] = new JsonObject { ["id"] = id, ["num_records"] = records };
        store["td"] = td;
        return result with { Store = store };
    }

    /// <summary>A job that TD already knows by its domain key is the one that was asked for.</summary>
    public static async Task<string> SubmitAsync(Func<Task<string>> submit)
    {
        try
        {
            return await submit();
        }
        catch (TdApiException ex) when (ex.ConflictsWith is { } existing)
        {
            return existing;
        }
    }

    public static async ValueTask KillAsync(OperatorContext context)
    {
        foreach (var key in (string[])["job", "pollJob"])
        {
            if (context.State[key] is JsonObject job && Text(job, "jobId") is { } id)
            {
                try
                {
                    await TdCall.Of(context).Client.KillAsync(id, CancellationToken.None);
                }
                catch (TdApiException ex)
                {
                    context.Log.Warn($"The job {id} could not be killed: {ex.Message}");
                }
            }
        }
    }

    private static JsonObject Unstarted() =>
        new() { ["jobId"] = null, ["domainKey"] = null, ["pollIteration"] = null, ["errorPollIteration"] = null };

    private static async Task<TaskFailure> FailureAsync(TdCall call, string id, CancellationToken cancellation)
    {
        var info = await call.Client.ShowAsync(id, cancellation);
        return new($"{info.Output}\n{info.Errors}", kind: null, trace: true);
    }

    private static RunAgain Poll(TdCall call, string stateKey, JsonObject job, string counter, TdApiException? error = null)
    {
        var iteration = job[counter] is JsonValue value ? value.GetValue<int>() : 0;
        if (error is not null && iteration >= call.Context.Options.MaxHttpRetries)
        {
            throw error.ToFailure();
        }

        job[counter] = iteration + 1;
        var options = call.Context.Options;
        var wait = options.MinPoll * Math.Pow(2, Math.Min(iteration, 20));
        return Again(call, stateKey, job, wait < options.MaxPoll ? wait : options.MaxPoll);
    }

    private static RunAgain Again(TdCall call, string stateKey, JsonObject job, TimeSpan wait)
    {
        call.State[stateKey] = job.DeepClone();
        return new(wait, (JsonObject)call.State.DeepClone());
    }

    private static string? Text(JsonObject job, string key) =>
        job[key] is JsonValue value ? value.ToString() : null;
}
