using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>A bulk load: from a file of the project, from <c>config:</c>, or a session that is saved on TD.</summary>
internal sealed class TdLoadOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        var call = TdCall.Of(context);
        var (command, name, config) = Sources(call);
        if (config is not null && name is not null)
        {
            throw TaskFailure.Config("The parameters config and name cannot both be set");
        }

        var given = (command is null ? 0 : 1) + (name is null ? 0 : 1) + (config is null ? 0 : 1);
        if (given != 1)
        {
            throw TaskFailure.Config(given > 1
                ? "Only the command or one of the config and name params may be set"
                : "No parameter is set");
        }

        if (!call.State.ContainsKey("job"))
        {
            _ = Config(call);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var call = TdCall.Of(context);
        _ = call.Database;
        _ = call.Client;
        var (again, id) = await TdJob.FollowAsync(
            call, "job", key => TdJob.SubmitAsync(() => StartAsync(call, key, cancellation)), cancellation);
        return again is not null ? again : await TdJob.DoneAsync(call, id, TaskResult.Empty, cancellation);
    }

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static async Task<string> StartAsync(TdCall call, string domainKey, CancellationToken cancellation)
    {
        if (Config(call) is not { } config)
        {
            var (command, name, _) = Sources(call);
            var session = (command ?? name)!;
            var body = new JsonObject { ["scheduled_time"] = TdCall.Invariant(call.SessionTime), ["domain_key"] = domainKey };
            var started = await call.Client.BulkLoadSessionAsync(session, body, cancellation);
            call.Context.Log.Info($"Started bulk load session job name={session}, id={started}");
            return started;
        }

        var table = TdTable.Parse(call.Params.Text("table"));
        var query = new Dictionary<string, string>
        {
            ["domain_key"] = domainKey,
            ["query"] = "",
            ["priority"] = "0",
            ["version"] = "0.9.0",
            ["table"] = table.Name,
        };
        var id = await call.Client.BulkLoadAsync(table.Database ?? call.Database, query, config, cancellation);
        call.Context.Log.Info($"Started bulk load job id={id}");
        return id;
    }

    private static (string? Command, string? Name, JsonObject? Config) Sources(TdCall call) =>
        (call.Params.TextOrNull("_command"), call.Params.TextOrNull("name"), call.Params.MapOrNull("config"));

    /// <summary>The load's own configuration with its secrets; null for a saved session.</summary>
    private static JsonObject? Config(TdCall call)
    {
        var (command, _, config) = Sources(call);
        if (command is not null && (command.EndsWith(".yml", StringComparison.Ordinal) || command.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            config = FromFile(call, command);
        }

        return config is null ? null : (JsonObject?)call.Context.Secrets.Resolve(config);
    }

    private static JsonObject FromFile(TdCall call, string file)
    {
        string text;
        try
        {
            text = DigdagLanguage.EvaluateText(call.Context.Workspace.Read(file), call.Merged, file);
        }
        catch (TaskFailure ex) when (ex.Message.StartsWith("File not found", StringComparison.Ordinal))
        {
            throw TaskFailure.Config("Failed to load bulk load file");
        }

        return DigdagLanguage.ParseYaml(text, Path.GetFileName(file));
    }
}
