using System.Text.Json.Nodes;
using Cdp.Emulator.Rehearsing;

namespace Cdp.Emulator.Tests.Rehearsing;

/// <summary>Workflows that use Treasure Data: jobs, tables and loads of the same process.</summary>
public sealed class PlatformWorkflowTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TempFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Loads_creates_inserts_and_reads_back()
    {
        var file = emulator.PathOf("people.csv", "Id,Email\n1,a@x.com\n2,b@x.com\n3,\n");
        await emulator.PutAsync("/emulator/stand_ins", new JsonObject
        {
            ["stand_ins"] = new JsonArray(new JsonObject
            {
                ["match"] = new JsonObject { ["type"] = "shop", ["target"] = "people" },
                ["path"] = file,
                ["format"] = "csv",
            }),
        });
        _project.Write("config/load.yml", "in:\n  type: shop\n  target: people\n  since: ${session_date}\nout:\n  mode: replace\n");
        _project.Write("queries/known.sql", "SELECT id, email FROM people WHERE email <> ''");
        _project.Write(
            "main.dig",
            """
            _export:
              td:
                database: flow_db
            +prepare:
              td_ddl>:
              create_databases: ["flow_db"]
              create_tables: ["people"]
            +load:
              td_load>: config/load.yml
              table: people
            +known:
              td>: queries/known.sql
              create_table: known
            +more:
              td>:
                data: SELECT '9' AS id, 'z@x.com' AS email
              insert_into: known
            +count:
              td>:
                data: SELECT count(*) AS n, max(email) AS last FROM known
              store_last_results: true
            +tell:
              echo>: ${td.last_results.n} ${td.last_results.last} ${td.last_job.num_records}
            +each:
              td_for_each>:
                data: SELECT id FROM known ORDER BY id
              _do:
                echo>: row ${td.each.id}

            """);

        var rehearsal = await RunAsync();

        Assert.Equal(
            "", string.Join('\n', rehearsal.Tasks.Where(t => t.Failed).Select(t => $"{t.FullName}: {t.Error["message"]}")));
        Assert.Equal<string>(["3 z@x.com 1", "row 1", "row 2", "row 9"], rehearsal.Echo);
    }

    [Fact]
    public async Task A_query_that_fails_fails_its_task_with_the_reason()
    {
        _project.Write(
            "main.dig",
            """
            +prepare:
              td_ddl>:
              create_databases: ["fail_db"]
              database: fail_db
            +query:
              td>:
                data: SELECT nothing FROM nowhere
              database: fail_db

            """);

        var rehearsal = await RunAsync();

        var failed = Assert.Single(rehearsal.Tasks, task => task.Failed);
        Assert.Equal("+main+query", failed.FullName);
        Assert.Contains("does not exist", failed.Error["message"]!.ToString(), StringComparison.Ordinal);
    }

    private async Task<Rehearsal> RunAsync()
    {
        using var client = new RehearsalClient(emulator.Endpoint, TimeProvider.System);
        return await client.RunAsync(new RehearsalRequest(_project.Path, Session: "2026-01-02"), null, CancellationToken.None);
    }
}
