using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>Waits until a table is there, and has so many rows. A database in front of the name is not looked at (§5).</summary>
internal sealed class TdWaitTableOperator : IOperator
{
    private const int ExistencePoll = 30;

    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        var call = TdCall.Of(context);
        _ = call.Params.Text("_command");
        _ = TdWaits.Interval(call);
        _ = call.Params.Int("rows", 0);
        _ = call.KnownEngine();
        return ValueTask.CompletedTask;
    }

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var call = TdCall.Of(context);
        var database = call.Database;
        var table = TdTable.Parse(call.Params.Text("_command"));
        var rows = call.Params.Int("rows", 0);
        if (!call.State.ContainsKey("table_exists"))
        {
            if (!await ExistsAsync(call, database, table, cancellation))
            {
                return new RunAgain(context.Seconds(Math.Min(TdWaits.Interval(call), ExistencePoll)), call.State);
            }

            if (rows <= 0)
            {
                return TaskResult.Empty;
            }

            call.State["exists"] = new JsonObject { ["operation"] = new JsonObject() };
            call.State["table_exists"] = true;
        }

        var query = $"select count(*) from {(call.Engine is "hive" ? table.Hive : table.Presto)}";
        var (again, id) = await TdJob.FollowAsync(
            call, "pollJob", key => TdWaits.StartAsync(call, query, key, scheduled: false, cancellation), cancellation);
        if (again is not null)
        {
            return again;
        }

        var count = Count(await call.Client.ResultAsync(id, 1, cancellation), id);
        return count >= rows ? TdWaits.Finished(call, id) : TdWaits.Sleep(call, TdWaits.Interval(call));
    }

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static async Task<bool> ExistsAsync(TdCall call, string database, TdTable table, CancellationToken cancellation)
    {
        try
        {
            return await call.Client.HasTableAsync(database, table.Name, cancellation);
        }
        catch (TdApiException ex)
        {
            throw ex.ToFailure();
        }
    }

    private static long Count(List<List<object?>> rows, string id) => rows switch
    {
        [] => throw new TaskFailure($"Got unexpected empty result for count job: {id}"),
        [[long count]] => count,
        [{ Count: not 1 } row] => throw new TaskFailure($"Got unexpected result row size for count job: {row.Count}"),
        _ => throw new TaskFailure("Got unexpected value type count job"),
    };
}
