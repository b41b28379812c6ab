using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>What <c>td_wait&gt;</c> and <c>td_wait_table&gt;</c> share.</summary>
internal static class TdWaits
{
    private const string LastJob = "__last_job_id";

    /// <summary>Seconds between two questions: <c>interval</c>, a duration or seconds; at least 30.</summary>
    public static double Interval(TdCall call)
    {
        if (call.Params.Node("interval") is not { } node)
        {
            return 600;
        }

        var seconds = WaitOperator.Duration(node)?.TotalSeconds ?? call.Params.Int("interval");
        return seconds >= 30
            ? seconds
            : throw TaskFailure.Config($"poll interval must be at least 30s: {seconds}s");
    }

    public static async Task<string> StartAsync(
        TdCall call, string query, string domainKey, bool scheduled, CancellationToken cancellation)
    {
        var form = call.QueryForm(query, domainKey, scheduled);
        var id = await TdJob.SubmitAsync(() => call.Client.IssueAsync(call.Engine, call.Database, form, cancellation));
        if (!call.State.ContainsKey(LastJob))
        {
            call.Context.Log.Info($"Started {call.Engine} job id={id}:\n{query}");
        }

        call.State[LastJob] = id;
        return id;
    }

    public static TaskResult Finished(TdCall call, string id)
    {
        call.Context.Log.Info($"Finished. Last job id={id}");
        return TaskResult.Empty;
    }

    /// <summary>The next question is a new job.</summary>
    public static RunAgain Sleep(TdCall call, double seconds)
    {
        call.State.Remove("pollJob");
        return new(call.Context.Seconds(seconds), (JsonObject)call.State.DeepClone());
    }
}
