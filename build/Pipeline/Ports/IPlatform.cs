namespace Cdp.Pipeline.Ports;

/// <summary>The place a pipeline runs: Treasure Data, or Treasure Data in a box on this machine.</summary>
/// <remarks>Every method throws <see cref="PipelineException"/> for a failure that we foresaw; a passing fault
/// (timeout, 5xx) has been tried again before. What starts or creates may be repeated: it answers what exists.</remarks>
public interface IPlatform
{
    /// <summary>As a person would call it: <c>treasure_data (rest, us)</c>.</summary>
    string Name { get; }

    /// <summary>Makes the folder's files the latest revision of the project. Pushing the latest revision again is no error.</summary>
    Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation);

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
}
