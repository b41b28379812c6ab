using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>Treasure Data by its REST APIs alone: nothing but an API key is needed on this machine.</summary>
public sealed class RestPlatform : IPlatform
{
    private readonly RestClient _client;
    private readonly TdAccount _account;
    private readonly ProjectApi _projects;
    private readonly ProjectSettingsApi _settings;
    private readonly AttemptApi _attempts;
    private readonly DataApi _data;

    /// <param name="longestPoll">The longest pause between two looks at a query's job.</param>
    public RestPlatform(string name, TdAccount account, HttpClient http, TimeProvider clock, TimeSpan longestPoll)
    {
        Name = name;
        _client = new RestClient(http, account, clock);
        _account = account;
        _projects = new(_client, account.Hosts.Workflow);
        _settings = new(_client, account.Hosts.Workflow, _projects);
        _attempts = new(_client, account.Hosts.Workflow);
        _data = new(_client, account.Hosts.Api, clock, longestPoll);
    }

    public string Name { get; }

    public Task<IReadOnlyList<PlatformTool>> ListToolsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PlatformTool>>([]);

    public Task<AccountInfo> GetAccountAsync(CancellationToken cancellation) =>
        _data.AccountAsync(_account.Id, cancellation);

    public Task<DateTimeOffset> GetServerTimeAsync(CancellationToken cancellation) =>
        _client.ServerTimeAsync(new(_account.Hosts.Api, "/v3/system/server_status"), cancellation);

    public Task<DeployedProject?> FindProjectAsync(string project, CancellationToken cancellation) =>
        _projects.FindAsync(project, cancellation);

    public async Task<IReadOnlyDictionary<string, string>> DownloadProjectAsync(string project, CancellationToken cancellation) =>
        await _projects.FilesAsync(project, cancellation);

    public Task DeleteProjectAsync(string project, CancellationToken cancellation) =>
        _projects.DeleteAsync(project, cancellation);

    /// <remarks>A revision name that exists counts as pushed only if it is the latest; else the files go up again
    /// under the name with a further suffix (DESIGN, "Push").</remarks>
    public async Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation)
    {
        var archive = ProjectArchive.Of(push.Folder);
        var revision = push.Revision;
        for (var suffix = 2; ; suffix++)
        {
            if (await _projects.PutAsync(push.Project, revision, archive, cancellation) is { } pushed)
            {
                return new(pushed.ProjectId, push.Project, pushed.Revision);
            }

            var latest = await _projects.GetAsync(push.Project, cancellation);
            if (latest.Revision == revision)
            {
                return new(latest.ProjectId, push.Project, revision);
            }

            revision = string.Create(CultureInfo.InvariantCulture, $"{push.Revision}-{suffix}");
        }
    }

    public async Task<Attempt> StartAsync(WorkflowStart start, CancellationToken cancellation)
    {
        var parameters = new JsonObject(start.Params.Order()
            .Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, p.Value)));
        return await _attempts.PutAttemptAsync(
            new JsonObject
            {
                ["workflowId"] = await _projects.WorkflowIdAsync(start.Project, start.Workflow, cancellation),
                ["sessionTime"] = Iso(start.SessionTime),
                ["params"] = parameters,
            },
            cancellation);
    }

    public async Task<Attempt> GetAttemptAsync(string attemptId, CancellationToken cancellation) =>
        AttemptApi.ToAttempt(await _attempts.AttemptAsync(attemptId, cancellation));

    public async Task<Attempt> GetLatestAttemptAsync(string sessionId, CancellationToken cancellation) =>
        await GetAttemptAsync(await _attempts.LastAttemptIdAsync(sessionId, cancellation), cancellation);

    public async Task<Attempt> RetryAsync(
        string attemptId, RetryMode mode, string attemptName, CancellationToken cancellation)
    {
        var old = await _attempts.AttemptAsync(attemptId, cancellation);
        var attempt = AttemptApi.ToAttempt(old);
        return await _attempts.PutAttemptAsync(
            new JsonObject
            {
                ["workflowId"] = await _projects.WorkflowIdAsync(attempt.Project, attempt.Workflow, cancellation),
                ["sessionTime"] = AttemptApi.Text(old, "sessionTime"),
                ["retryAttemptName"] = attemptName,
                ["params"] = old["params"]?.DeepClone() ?? new JsonObject(),
                ["resume"] = mode is RetryMode.ResumeFailed
                    ? new JsonObject { ["mode"] = "failed", ["attemptId"] = attemptId }
                    : null,
            },
            cancellation);
    }

    public Task KillAsync(string attemptId, CancellationToken cancellation) =>
        _attempts.KillAsync(attemptId, cancellation);

    public Task<IReadOnlyList<Pipeline.Ports.TaskStatus>> GetTasksAsync(string attemptId, CancellationToken cancellation) =>
        _attempts.TasksAsync(attemptId, cancellation);

    public Task<string> GetLogAsync(string attemptId, string? taskName, CancellationToken cancellation) =>
        _attempts.LogAsync(attemptId, taskName, cancellation);

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

    public Task<IReadOnlyList<string>> ListSecretsAsync(string project, CancellationToken cancellation) =>
        _settings.SecretsAsync(project, cancellation);

    public Task SetSecretAsync(string project, string key, Secret value, CancellationToken cancellation) =>
        _settings.PutSecretAsync(project, key, value, cancellation);

    public Task<IReadOnlyList<WorkflowSchedule>> ListSchedulesAsync(string project, CancellationToken cancellation) =>
        _settings.SchedulesAsync(project, cancellation);

    public Task SetScheduleEnabledAsync(string project, string workflow, bool enabled, CancellationToken cancellation) =>
        _settings.SetScheduleAsync(project, workflow, enabled, cancellation);

    private static string Iso(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
