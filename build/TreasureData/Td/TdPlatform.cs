using System.Collections.Immutable;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Rest;
using Cdp.TreasureData.Td.Outputs;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.TreasureData.Td;

/// <summary>Treasure Data by its own command line, td, as spec/td_cli.md §8 recommends.</summary>
public sealed class TdPlatform : IPlatform
{
    private readonly TdCalls _td;
    private readonly TdLimits _limits;
    private readonly TdAccount _account;
    private readonly RestClient _http;
    private readonly TdProjects _projects;
    private readonly TdAttempts _attempts;
    private readonly TdTables _tables;

    /// <param name="program">td's file.</param>
    /// <param name="http">For the server's clock alone, which td does not show; no key is sent.</param>
    /// <param name="longestPoll">The longest pause between two looks at a query's job.</param>
    public TdPlatform(string name, string program, TdAccount account, HttpClient http, TimeProvider clock, TimeSpan longestPoll)
        : this(name, new TdProgram(program, account, clock, Path.GetTempPath()), account, http, clock, longestPoll, TdLimits.Usual)
    {
    }

    internal TdPlatform(
        string name, ITdProgram program, TdAccount account, HttpClient http, TimeProvider clock, TimeSpan longestPoll, TdLimits limits)
    {
        Name = name;
        _account = account;
        _limits = limits;
        _http = new(http, account, clock);
        _td = new(program, clock);
        _projects = new(_td, limits);
        _attempts = new(_td, limits);
        _tables = new(_td, limits, clock, longestPoll);
    }

    public string Name { get; }

    public async Task<IReadOnlyList<PlatformTool>> ListToolsAsync(CancellationToken cancellation)
    {
        var td = await _td.AskAsync(Look("td's version", "--version"), VersionOutput.ReadTd, cancellation);
        var (java, module) = await _td.AskAsync(Look("the version of td's workflow module", "workflow:version"), VersionOutput.ReadModule, cancellation);
        return [new("td", td), VersionOutput.Tool(java), new("td workflow module", module)];
    }

    /// <remarks>td does not say whose key it is; that the key is accepted it says.</remarks>
    public async Task<AccountInfo> GetAccountAsync(CancellationToken cancellation)
    {
        await _tables.DatabasesAsync(cancellation);
        return new(_account.Id, null, null, null, ImmutableSortedDictionary<string, string>.Empty);
    }

    public Task<DateTimeOffset> GetServerTimeAsync(CancellationToken cancellation) =>
        _http.ServerTimeAsync(new(_account.Hosts.Api, "/v3/system/server_status"), cancellation);

    public Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation) => _projects.PushAsync(push, cancellation);

    public Task<DeployedProject?> FindProjectAsync(string project, CancellationToken cancellation) =>
        _projects.FindAsync(project, cancellation);

    public Task<IReadOnlyDictionary<string, string>> DownloadProjectAsync(string project, CancellationToken cancellation) =>
        _projects.FilesAsync(project, cancellation);

    public Task<Attempt> StartAsync(WorkflowStart start, CancellationToken cancellation) => _attempts.StartAsync(start, cancellation);

    public Task<Attempt> GetAttemptAsync(string attemptId, CancellationToken cancellation) => _attempts.GetAsync(attemptId, cancellation);

    public Task<Attempt> GetLatestAttemptAsync(string sessionId, CancellationToken cancellation) =>
        _attempts.GetLatestAsync(sessionId, cancellation);

    public Task<Attempt> RetryAsync(string attemptId, RetryMode mode, string attemptName, CancellationToken cancellation) =>
        _attempts.RetryAsync(attemptId, mode, attemptName, cancellation);

    public Task KillAsync(string attemptId, CancellationToken cancellation) => _attempts.KillAsync(attemptId, cancellation);

    public Task<IReadOnlyList<TaskStatus>> GetTasksAsync(string attemptId, CancellationToken cancellation) =>
        _attempts.TasksAsync(attemptId, cancellation);

    public Task<string> GetLogAsync(string attemptId, string? taskName, CancellationToken cancellation) =>
        _attempts.LogAsync(attemptId, taskName, cancellation);

    public Task<IReadOnlyList<string>> ListDatabasesAsync(CancellationToken cancellation) => _tables.DatabasesAsync(cancellation);

    public Task CreateDatabaseAsync(string database, CancellationToken cancellation) => _tables.CreateAsync(database, cancellation);

    public Task DropDatabaseAsync(string database, CancellationToken cancellation) => _tables.DropAsync(database, cancellation);

    public Task<IReadOnlyList<TableDescription>> DescribeTablesAsync(string database, CancellationToken cancellation) =>
        _tables.TablesAsync(database, cancellation);

    public Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellation) => _tables.QueryAsync(request, cancellation);

    public Task<IReadOnlyList<string>> ListSecretsAsync(string project, CancellationToken cancellation) =>
        _projects.SecretsAsync(project, cancellation);

    public Task SetSecretAsync(string project, string key, Secret value, CancellationToken cancellation) =>
        _projects.SetSecretAsync(project, key, value, cancellation);

    public Task DeleteProjectAsync(string project, CancellationToken cancellation) =>
        _projects.DeleteAsync(project, cancellation);

    public Task<IReadOnlyList<WorkflowSchedule>> ListSchedulesAsync(string project, CancellationToken cancellation) =>
        _projects.SchedulesAsync(project, cancellation);

    public Task SetScheduleEnabledAsync(string project, string workflow, bool enabled, CancellationToken cancellation) =>
        _projects.SetScheduleAsync(project, workflow, enabled, cancellation);

    private TdCommand Look(string doing, params ImmutableArray<string> arguments) => new(doing, arguments, _limits.Look);
}
