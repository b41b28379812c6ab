using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Ports;

/// <summary>A platform from which no secret comes back: a workflow may print one in its log, a source may repeat one in its
/// refusal. What is set through here is known from then on.</summary>
public sealed class DiscreetPlatform(IPlatform platform, KnownSecrets secrets) : IPlatform
{
    public string Name => platform.Name;

    public Task<IReadOnlyList<PlatformTool>> ListToolsAsync(CancellationToken cancellation) => Of(() => platform.ListToolsAsync(cancellation));

    public Task<AccountInfo> GetAccountAsync(CancellationToken cancellation) => Of(() => platform.GetAccountAsync(cancellation));

    public Task<DateTimeOffset> GetServerTimeAsync(CancellationToken cancellation) => Of(() => platform.GetServerTimeAsync(cancellation));

    public Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation) => Of(() => platform.PushAsync(push, cancellation));

    public Task<DeployedProject?> FindProjectAsync(string project, CancellationToken cancellation) =>
        Of(() => platform.FindProjectAsync(project, cancellation));

    public Task<IReadOnlyDictionary<string, string>> DownloadProjectAsync(string project, CancellationToken cancellation) =>
        Of(() => platform.DownloadProjectAsync(project, cancellation));

    public Task DeleteProjectAsync(string project, CancellationToken cancellation) => Of(() => platform.DeleteProjectAsync(project, cancellation));

    public Task<Attempt> StartAsync(WorkflowStart start, CancellationToken cancellation) => Of(() => platform.StartAsync(start, cancellation));

    public Task<Attempt> GetAttemptAsync(string attemptId, CancellationToken cancellation) => Of(() => platform.GetAttemptAsync(attemptId, cancellation));

    public Task<Attempt> GetLatestAttemptAsync(string sessionId, CancellationToken cancellation) =>
        Of(() => platform.GetLatestAttemptAsync(sessionId, cancellation));

    public Task<Attempt> RetryAsync(string attemptId, RetryMode mode, string attemptName, CancellationToken cancellation) =>
        Of(() => platform.RetryAsync(attemptId, mode, attemptName, cancellation));

    public Task KillAsync(string attemptId, CancellationToken cancellation) => Of(() => platform.KillAsync(attemptId, cancellation));

    public async Task<IReadOnlyList<TaskStatus>> GetTasksAsync(string attemptId, CancellationToken cancellation) =>
        [.. (await Of(() => platform.GetTasksAsync(attemptId, cancellation))).Select(task => task.Error is { } error ? task with { Error = Clean(error) } : task)];

    public async Task<string> GetLogAsync(string attemptId, string? taskName, CancellationToken cancellation) =>
        secrets.Without(await Of(() => platform.GetLogAsync(attemptId, taskName, cancellation)));

    public Task<IReadOnlyList<string>> ListDatabasesAsync(CancellationToken cancellation) => Of(() => platform.ListDatabasesAsync(cancellation));

    public Task CreateDatabaseAsync(string database, CancellationToken cancellation) => Of(() => platform.CreateDatabaseAsync(database, cancellation));

    public Task DropDatabaseAsync(string database, CancellationToken cancellation) => Of(() => platform.DropDatabaseAsync(database, cancellation));

    public Task<IReadOnlyList<TableDescription>> DescribeTablesAsync(string database, CancellationToken cancellation) =>
        Of(() => platform.DescribeTablesAsync(database, cancellation));

    public Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellation) => Of(() => platform.QueryAsync(request, cancellation));

    public Task<IReadOnlyList<string>> ListSecretsAsync(string project, CancellationToken cancellation) =>
        Of(() => platform.ListSecretsAsync(project, cancellation));

    public Task SetSecretAsync(string project, string key, Secret value, CancellationToken cancellation)
    {
        secrets.Add(value);
        return Of(() => platform.SetSecretAsync(project, key, value, cancellation));
    }

    public Task<IReadOnlyList<WorkflowSchedule>> ListSchedulesAsync(string project, CancellationToken cancellation) =>
        Of(() => platform.ListSchedulesAsync(project, cancellation));

    public Task SetScheduleEnabledAsync(string project, string workflow, bool enabled, CancellationToken cancellation) =>
        Of(() => platform.SetScheduleEnabledAsync(project, workflow, enabled, cancellation));

    private Task Of(Func<Task> ask) => Of(async () =>
    {
        await ask();
        return true;
    });

    /// <remarks>What was refused is not kept behind the clean one: it would be printed with it.</remarks>
    private async Task<T> Of<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (QueryException ex) when (secrets.Without(ex.Message) != ex.Message)
        {
            throw new QueryException(ex.ErrorName, secrets.Without(ex.Message), ex.Line, ex.Column);
        }
        catch (PlatformException ex) when (secrets.Without(ex.Message) != ex.Message || secrets.Without(ex.Details.Said) != ex.Details.Said)
        {
            throw new PlatformException(ex.Fault, secrets.Without(ex.Message), ex.Details with { Said = secrets.Without(ex.Details.Said) });
        }
    }

    private JsonObject Clean(JsonObject json) => new(json.Select(pair => KeyValuePair.Create(pair.Key, Clean(pair.Value))));

    private JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject json => Clean(json),
        JsonArray items => new JsonArray([.. items.Select(Clean)]),
        JsonValue value when value.TryGetValue<string>(out var text) => secrets.Without(text),
        _ => node?.DeepClone(),
    };
}
