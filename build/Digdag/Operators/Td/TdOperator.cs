using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators.Td;

internal sealed class TdOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        var call = TdCall.Of(context);
        if (call.State.ContainsKey("job"))
        {
            return ValueTask.CompletedTask;
        }

        _ = call.Query();
        var into = call.Params.TextOrNull("insert_into");
        var table = call.Params.TextOrNull("create_table");
        if (into is not null && table is not null)
        {
            throw TaskFailure.Config("Setting both insert_into and create_table is invalid");
        }

        _ = call.Params.Int("priority", 0);
        _ = call.Params.Int("job_retry", 0);
        if (call.Params.TextOrNull("download_file") is not null && (into ?? table) is not null)
        {
            throw TaskFailure.Config("download_file is invalid if insert_into or create_table is set");
        }

        if (call.Params.ParsedMapOrNull("result_settings") is not null && !call.Params.Has("result_connection"))
        {
            throw TaskFailure.Config("result_settings is valid only if result_connection is set");
        }

        _ = call.Params.Bool("store_last_results", false);
        _ = call.Params.Bool("preview", false);
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

        if (call.Params.TextOrNull("download_file") is not null)
        {
            _ = await TdRows.CsvAsync(call, id, cancellation);
        }

        if (call.Params.Bool("preview", false) && await PreviewAsync(call, id, cancellation) is { } waiting)
        {
            return waiting;
        }

        var stored = await TdRows.StoredAsync(call, id, cancellation);
        return await TdJob.DoneAsync(call, id, stored, cancellation);
    }

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static async Task<RunAgain?> PreviewAsync(TdCall call, string id, CancellationToken cancellation)
    {
        if ((call.Params.TextOrNull("insert_into") ?? call.Params.TextOrNull("create_table")) is not { } table)
        {
            await TdRows.PreviewAsync(call, id, $"job id {id}", cancellation);
            return null;
        }

        var query = $"-- preview results of job id {id}\nSELECT * FROM {TdTable.Parse(table).Presto} LIMIT 20";
        var (again, preview) = await TdJob.FollowAsync(
            call,
            "previewJob",
            key => call.Client.IssueAsync(
                "presto",
                call.Database,
                new Dictionary<string, string> { ["domain_key"] = key, ["query"] = query, ["priority"] = "0", ["version"] = "0.9.0" },
                cancellation),
            cancellation);
        if (again is null)
        {
            await TdRows.PreviewAsync(call, preview, $"table {table}", cancellation);
        }

        return again;
    }

    private static async Task<string> StartAsync(TdCall call, string domainKey, CancellationToken cancellation)
    {
        var engine = call.KnownEngine();
        var statement = await StatementAsync(call, engine, new TdTables(call.Client, call.Context.Log, cancellation));
        var sql = TdStatement.WithHeader(call.Context.Attempt, call.Context.TaskName, statement);
        var form = call.QueryForm(sql, domainKey, scheduled: true);
        await AddResultAsync(call, form, cancellation);
        var id = await TdJob.SubmitAsync(() => call.Client.IssueAsync(engine, call.Database, form, cancellation));
        call.Context.Log.Info($"Started {engine} job id={id}:\n{sql}");
        return id;
    }

    private static async Task<string> StatementAsync(TdCall call, string engine, TdTables tables)
    {
        var query = call.Query();
        if (call.Params.TextOrNull("insert_into") is { } into)
        {
            var table = TdTable.Parse(into);
            await tables.CreateAsync(table.Database ?? call.Database, table.Name);
            return TdStatement.WithCommand(
                engine is "hive" ? $"INSERT INTO TABLE {table.Hive}" : $"INSERT INTO {table.Presto}", query);
        }

        if (call.Params.TextOrNull("create_table") is not { } create)
        {
            return query;
        }

        var made = TdTable.Parse(create);
        if (engine is "presto")
        {
            return TdStatement.WithCommand($"DROP TABLE IF EXISTS {made.Presto};\nCREATE TABLE {made.Presto} AS", query);
        }

        await tables.CreateAsync(made.Database ?? call.Database, made.Name);
        return TdStatement.WithCommand($"INSERT OVERWRITE TABLE {made.Hive}", query);
    }

    private static async Task AddResultAsync(TdCall call, Dictionary<string, string> form, CancellationToken cancellation)
    {
        if (call.Params.TextOrNull("result_url") is { } url)
        {
            form["result"] = call.Context.Secrets.Resolve(url);
        }

        if (call.Params.TextOrNull("result_connection") is { } connection)
        {
            form["result_connection_id"] = await call.Client.ConnectionAsync(connection, cancellation);
        }

        if (call.Params.ParsedMapOrNull("result_settings") is JsonObject settings)
        {
            form["result_connection_settings"] = call.Context.Secrets.Resolve(JsonText.Of(settings));
        }
    }
}
