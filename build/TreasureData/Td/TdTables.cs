using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Td.Outputs;

namespace Cdp.TreasureData.Td;

/// <summary>Databases, tables and queries, through td's Ruby commands.</summary>
internal sealed class TdTables(TdCalls td, TdLimits limits, TimeProvider clock, TimeSpan longestPoll)
{
    private const string SqlFile = "query.sql";
    private const string ResultFile = "result";

    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(200);

    public Task<IReadOnlyList<string>> DatabasesAsync(CancellationToken cancellation) =>
        td.AskAsync(new("the list of databases", ["db:list", "-f", "json"], limits.Look), DatabasesOutput.Read, cancellation);

    public Task CreateAsync(string database, CancellationToken cancellation) => td.AskAsync(
        new($"the creation of database '{database}'", ["db:create", database], limits.Effect),
        output => Done(() => DatabasesOutput.ReadCreated(output, database)),
        cancellation);

    public Task DropAsync(string database, CancellationToken cancellation) => td.AskAsync(
        new($"the removal of database '{database}'", ["db:delete", database, "-f"], limits.Effect),
        output => Done(() => DatabasesOutput.ReadDropped(output, database)),
        cancellation);

    public Task<IReadOnlyList<TableDescription>> TablesAsync(string database, CancellationToken cancellation) => td.AskAsync(
        new($"the list of tables of '{database}'", ["table:list", database, "-f", "json"], limits.Look),
        output => DatabasesOutput.ReadTables(output, database),
        cancellation);

    /// <remarks>td prints no types: they are those of JSON, by Trino's names.</remarks>
    public async Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellation)
    {
        var job = await IssueAsync(request, cancellation);
        var status = await FinishedAsync(job, cancellation);
        if (status != "success")
        {
            var log = new TdCommand($"the log of job {job}", ["job:show", job, "-v", "-x"], limits.Look);
            throw JobFailure.Of((await td.AskAsync(log, output => JobOutput.ReadEnd(output, job), cancellation)).Log, status);
        }

        var result = new TdCommand($"the result of job {job}", ["job:show", job, "-f", "json", "-o", ResultFile], limits.Transfer) { Leaves = ResultFile };
        var (rows, none) = await td.AskAsync(result, output => (JobOutput.ReadRows(output, job), output.Left.IsEmpty), cancellation);
        return none ? new([], [], null, null) : new(await ColumnsAsync(job, rows, cancellation), rows, null, null);
    }

    /// <summary>A key of our own makes the question repeatable; that of the request makes it one effect for ever.</summary>
    private Task<string> IssueAsync(QueryRequest request, CancellationToken cancellation)
    {
        var key = request.DomainKey ?? $"cdp-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        var engine = request.Dialect is "hive" ? "hive" : "trino";
        var command = new TdCommand(
            $"the query in database '{request.Database}'",
            ["query", "-d", request.Database, "-T", engine, "--domain-key", key, "-q", SqlFile],
            limits.Effect)
        {
            Files = ImmutableDictionary<string, string>.Empty.Add(SqlFile, request.Sql),
        };
        return td.AskAsync(command, output => QueryOutput.Read(output, request.Database), cancellation);
    }

    private async Task<string> FinishedAsync(string job, CancellationToken cancellation)
    {
        var command = new TdCommand($"the look at job {job}", ["job:status", job], limits.Look);
        for (var wait = FirstPoll; ; wait = wait * 2 < longestPoll ? wait * 2 : longestPoll)
        {
            var status = await td.AskAsync(command, output => JobOutput.ReadStatus(output, job), cancellation);
            if (status is "success" or "error" or "killed")
            {
                return status;
            }

            await Task.Delay(wait, clock, cancellation);
        }
    }

    private async Task<ImmutableArray<ColumnDescription>> ColumnsAsync(
        string job, ImmutableArray<ImmutableArray<JsonNode?>> rows, CancellationToken cancellation)
    {
        var command = new TdCommand($"the columns of job {job}", ["job:show", job, "-f", "csv", "-c", "-o", ResultFile], limits.Transfer) { Leaves = ResultFile };
        var names = await td.AskAsync(command, output => JobOutput.ReadNames(output, job), cancellation);
        return rows.Any(row => row.Length != names.Length)
            ? throw Faults.Of(Fault.NotUnderstood, command.Doing, $"there are {names.Length} names for rows of another width")
            : [.. names.Select((name, i) => new ColumnDescription(name, TypeOf(rows.Select(row => row[i]))))];
    }

    private static string TypeOf(IEnumerable<JsonNode?> values)
    {
        var kinds = values.OfType<JsonNode>().Select(KindOf).Distinct().ToList();
        return kinds switch
        {
            [] => "unknown",
            [var one] => one,
            _ when kinds.All(k => k is "bigint" or "double") => "double",
            _ => "json",
        };
    }

    private static string KindOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => "varchar",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? "double" : "bigint",
        _ => "json",
    };

    private static bool Done(Action read)
    {
        read();
        return true;
    }
}
