using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>Treasure Data by its REST APIs alone: nothing but an API key is needed on this machine.</summary>
public sealed class RestPlatform : IPlatform
{
    private readonly WorkflowApi _workflows;
    private readonly DataApi _data;

    /// <param name="longestPoll">The longest pause between two looks at a query's job.</param>
    public RestPlatform(string name, TdAccount account, HttpClient http, TimeProvider clock, TimeSpan longestPoll)
    {
        Name = name;
        var client = new RestClient(http, account, clock);
        _workflows = new(client, account.Hosts.Workflow);
        _data = new(client, account.Hosts.Api, clock, longestPoll);
    }

    public string Name { get; }

    /// <remarks>A revision name that exists counts as pushed only if it is the latest; else the files go up again
    /// under the name with a further suffix (DESIGN, "Push").</remarks>
    public async Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation)
    {
        var archive = ProjectArchive.Of(push.Folder);
        var revision = push.Revision;
        for (var suffix = 2; ; suffix++)
        {
            if (await _workflows.PutProjectAsync(push.Project, revision, archive, cancellation) is { } pushed)
            {
                return new(WorkflowApi.Text(pushed, "id"), push.Project, WorkflowApi.Text(pushed, "revision"));
            }

            var latest = await _workflows.ProjectAsync(push.Project, cancellation);
            if (WorkflowApi.Text(latest, "revision") == revision)
            {
                return new(WorkflowApi.Text(latest, "id"), push.Project, revision);
            }

            revision = string.Create(CultureInfo.InvariantCulture, $"{push.Revision}-{suffix}");
        }
    }

    public async Task<Attempt> StartAsync(WorkflowStart start, CancellationToken cancellation)
    {
        var parameters = new JsonObject(start.Params.Order()
            .Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, p.Value)));
        return await _workflows.PutAttemptAsync(
            new JsonObject
            {
                ["workflowId"] = await _workflows.WorkflowIdAsync(start.Project, start.Workflow, cancellation),
                ["sessionTime"] = Iso(start.SessionTime),
                ["params"] = parameters,
            },
            cancellation);
    }

    public async Task<Attempt> GetAttemptAsync(string attemptId, CancellationToken cancellation) =>
        WorkflowApi.ToAttempt(await _workflows.AttemptAsync(attemptId, cancellation));

    public async Task<Attempt> GetLatestAttemptAsync(string sessionId, CancellationToken cancellation) =>
        await GetAttemptAsync(await _workflows.LastAttemptIdAsync(sessionId, cancellation), cancellation);

    public async Task<Attempt> RetryAsync(
        string attemptId, RetryMode mode, string attemptName, CancellationToken cancellation)
    {
        var old = await _workflows.AttemptAsync(attemptId, cancellation);
        var attempt = WorkflowApi.ToAttempt(old);
        return await _workflows.PutAttemptAsync(
            new JsonObject
            {
                ["workflowId"] = await _workflows.WorkflowIdAsync(attempt.Project, attempt.Workflow, cancellation),
                ["sessionTime"] = WorkflowApi.Text(old, "sessionTime"),
                ["retryAttemptName"] = attemptName,
                ["params"] = old["params"]?.DeepClone() ?? new JsonObject(),
                ["resume"] = mode is RetryMode.ResumeFailed
                    ? new JsonObject { ["mode"] = "failed", ["attemptId"] = attemptId }
                    : null,
            },
            cancellation);
    }

    public Task KillAsync(string attemptId, CancellationToken cancellation) =>
        _workflows.KillAsync(attemptId, cancellation);

    public Task<IReadOnlyList<Pipeline.Ports.TaskStatus>> GetTasksAsync(string attemptId, CancellationToken cancellation) =>
        _workflows.TasksAsync(attemptId, cancellation);

    public Task<string> GetLogAsync(string attemptId, string? taskName, CancellationToken cancellation) =>
        _workflows.LogAsync(attemptId, taskName, cancellation);

    public Task<IReadOnlyList<string>> ListDatabasesAsync(CancellationToken cancellation) =>
        _data.DatabasesAsync(cancellation);

    public Task CreateDatabaseAsync(string database, CancellationToken cancellation) =>
        _data.CreateDatabaseAsync(database, cancellation);

    public Task DropDatabaseAsync(string database, CancellationToken cancellation) =>
        _data.DropDatabaseAsync(database, cancellation);

    public Task<IReadOnlyList<TableDescription>> DescribeTablesAsync(string database, CancellationToken cancellation) =>
        _data.TablesAsync(database, cancellation);

    public Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        _data.QueryAsync(request, cancellation);

    /// <remarks>A project that is not there yet has no secrets.</remarks>
    public async Task<IReadOnlyList<string>> ListSecretsAsync(string project, CancellationToken cancellation) =>
        await _workflows.FindProjectAsync(project, cancellation) is null
            ? []
            : await _workflows.SecretsAsync(project, cancellation);

    public Task SetSecretAsync(string project, string key, Secret value, CancellationToken cancellation) =>
        _workflows.PutSecretAsync(project, key, value, cancellation);

    private static string Iso(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
