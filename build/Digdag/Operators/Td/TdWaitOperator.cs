using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>Runs a query again and again until the first column of its first row is true.</summary>
internal sealed class TdWaitOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        var call = TdCall.Of(context);
        _ = call.State.ContainsKey("pollJob") ? "" : call.Query();
        _ = TdWaits.Interval(call);
        _ = call.KnownEngine();
        return ValueTask.CompletedTask;
    }

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var call = TdCall.Of(context);
        _ = call.Database;
        _ = call.Client;
        var (again, id) = await TdJob.FollowAsync(
            call, "pollJob", key => TdWaits.StartAsync(call, call.Query(), key, scheduled: true, cancellation), cancellation);
        if (again is not null)
        {
            return again;
        }

        var rows = await call.Client.ResultAsync(id, 1, cancellation);
        return rows is [[var first, ..]] && IsTrue(first) ? TdWaits.Finished(call, id) : TdWaits.Sleep(call, TdWaits.Interval(call));
    }

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    /// <summary>Text and numbers with a fraction are always true.</summary>
    private static bool IsTrue(object? value) => value switch
    {
        null or false or 0L => false,
        _ => true,
    };
}
