namespace Cdp.Pipeline.Ports;

/// <summary>The place a pipeline runs: Treasure Data, or Treasure Data in a box on this machine.</summary>
/// <remarks>Every method throws <see cref="PlatformException"/> for a failure that we foresaw; its fault says what to do.
/// A passing fault (timeout, 5xx) has been tried again before. What starts or creates may be repeated, whatever
/// became of the first time: it answers what exists.</remarks>
public interface IPlatform
{
    /// <summary>As a person would call it: <c>treasure_data (rest, us)</c>.</summary>
    string Name { get; }

    /// <summary>The programs of this machine that the transport needs, with their versions; none over REST.</summary>
    Task<IReadOnlyList<PlatformTool>> ListToolsAsync(CancellationToken cancellation);

    /// <summary>Whose key it is; a key that is not accepted is <see cref="Fault.Unauthorized"/>.</summary>
    Task<AccountInfo> GetAccountAsync(CancellationToken cancellation);

    /// <summary>The platform's clock, to the second. Needs no key.</summary>
    Task<DateTimeOffset> GetServerTimeAsync(CancellationToken cancellation);

    /// <summary>Makes the folder's files the latest revision of the project. Pushing the latest revision again is no error.</summary>
    Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation);

    /// <summary>The project with its latest revision; null when there is none.</summary>
    Task<DeployedProject?> FindProjectAsync(string project, CancellationToken cancellation);

    /// <summary>The files of the latest revision: path within the project, with <c>/</c>, to text.</summary>
    /// <exception cref="PlatformException">ProjectMissing.</exception>
    Task<IReadOnlyDictionary<string, string>> DownloadProjectAsync(string project, CancellationToken cancellation);

    /// <summary>Removes a project with its schedules; its sessions can no longer be seen. None of that name is no error.</summary>
    Task DeleteProjectAsync(string project, CancellationToken cancellation);

    /// <summary>Starts the workflow of the project's latest revision; the same session time again answers the same session.</summary>
    Task<Attempt> StartAsync(WorkflowStart start, CancellationToken cancellation);

    Task<Attempt> GetAttemptAsync(string attemptId, CancellationToken cancellation);

    /// <summary>The newest attempt of the session: somebody may have retried it elsewhere.</summary>
    Task<Attempt> GetLatestAttemptAsync(string sessionId, CancellationToken cancellation);

    /// <summary>A new attempt of the same session with the latest revision: only what failed, or everything.</summary>
    Task<Attempt> RetryAsync(string attemptId, RetryMode mode, string attemptName, CancellationToken cancellation);

    Task KillAsync(string attemptId, CancellationToken cancellation);

    Task<IReadOnlyList<TaskStatus>> GetTasksAsync(string attemptId, CancellationToken cancellation);

    /// <summary>The logs of one task, or of all tasks in the order of their files.</summary>
    Task<string> GetLogAsync(string attemptId, string? taskName, CancellationToken cancellation);

    Task<IReadOnlyList<string>> ListDatabasesAsync(CancellationToken cancellation);

    Task CreateDatabaseAsync(string database, CancellationToken cancellation);

    /// <summary>Removes a database with all its tables; none of that name is no error.</summary>
    Task DropDatabaseAsync(string database, CancellationToken cancellation);

    /// <summary>The tables of a database with their columns; empty when the database does not exist.</summary>
    Task<IReadOnlyList<TableDescription>> DescribeTablesAsync(string database, CancellationToken cancellation);

    /// <summary>Runs Trino SQL. A request with a domain key is issued once however often it is asked.</summary>
    Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellation);

    Task<IReadOnlyList<string>> ListSecretsAsync(string project, CancellationToken cancellation);

    Task SetSecretAsync(string project, string key, Secret value, CancellationToken cancellation);

    /// <summary>The schedules of the project's latest revision; none when there is no such project.</summary>
    Task<IReadOnlyList<WorkflowSchedule>> ListSchedulesAsync(string project, CancellationToken cancellation);

    /// <summary>Lets a schedule run, or stops it until it is enabled again. What is so already is no error.</summary>
    /// <exception cref="PlatformException">ProjectMissing; WorkflowMissing when the workflow has no schedule.</exception>
    Task SetScheduleEnabledAsync(string project, string workflow, bool enabled, CancellationToken cancellation);
}
