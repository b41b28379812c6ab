using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

internal sealed class TdForEachOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        var call = TdCall.Of(context);
        if (!call.State.ContainsKey("job"))
        {
            _ = call.Query();
            _ = call.Params.Int("priority", 0);
            _ = call.Params.Int("job_retry", 0);
            _ = Iterations.Body(context);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var call = TdCall.Of(context);
        _ = call.Database;
        _ = call.Client;
        var (again, id) = await TdJob.FollowAsync(call, "job", key => StartAsync(call, key, cancellation), cancellation);
        if (again is not null)
        {
            return again;
        }

        var columns = (await call.Client.ShowAsync(id, cancellation)).Columns;
        var rows = await call.Client.ResultAsync(id, context.Options.MaxTasks + 1, cancellation);
        if (rows.Count > context.Options.MaxTasks)
        {
            throw new TaskFailure($"Too many tasks. Limit: {context.Options.MaxTasks}", TaskFailure.TooMany);
        }

        var iterations = rows.Select((row, i) => ($"+td-for-each-{i}", Row(columns, row)));
        return await TdJob.DoneAsync(call, id, Iterations.Of(context, iterations), cancellation);
    }

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static async Task<string> StartAsync(TdCall call, string domainKey, CancellationToken cancellation)
    {
        var engine = call.KnownEngine();
        var query = call.Query();
        var form = call.QueryForm(query, domainKey, scheduled: true);
        var id = await TdJob.SubmitAsync(() => call.Client.IssueAsync(engine, call.Database, form, cancellation));
        call.Context.Log.Info($"Started {engine} job id={id}:\n{query}");
        return id;
    }

    /// <summary>NULL columns are left out; numbers with a fraction keep the precision of 32 bits, as on digdag.</summary>
    private static JsonObject Row(IEnumerable<string> columns, List<object?> row)
    {
        var each = new JsonObject();
        foreach (var (name, value) in columns.Zip(row).Where(p => p.Second is not null))
        {
            each[name] = value switch
            {
                double number => (float)number,
                bool or long or string => TdRows.ToJson(value),
                // digdag downloads such a result again and again, for ever; here it fails once.
                _ => throw TaskFailure.Runtime($"Unsupported column type: {TypeOf(value)} in column '{name}' of td_for_each>"),
            };
        }

        return new() { ["td"] = new JsonObject { ["each"] = each } };
    }

    private static string TypeOf(object? value) => value switch
    {
        byte[] => "BINARY",
        List<object?> => "ARRAY",
        _ => "MAP",
    };
}
