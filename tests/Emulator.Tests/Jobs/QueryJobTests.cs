using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Tests.Jobs;

public sealed class QueryJobTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    private const string Database = "query_db";

    private const string Endless =
        "SELECT sum(x * y * z) FROM UNNEST(sequence(1, 9999)) a (x), UNNEST(sequence(1, 9999)) b (y), UNNEST(sequence(1, 9999)) c (z)";

    [Theory]
    [InlineData("json", "[1,\"a,b\",1.5,null,true]\n")]
    [InlineData("csv", "1,\"a,b\",1.5,,true\n")]
    [InlineData("csv&header=true", "n,s,d,z,t\n1,\"a,b\",1.5,,true\n")]
    [InlineData("tsv", "1\ta,b\t1.5\t\ttrue\n")]
    public async Task A_result_comes_in_the_formats_of_td(string format, string text)
    {
        var job = await RunAsync("SELECT 1 AS n, 'a,b' AS s, 1.5e0 AS d, CAST(NULL AS varchar) AS z, true AS t");

        Assert.Equal("success", (string?)job["status"]);
        Assert.Equal(
            """[["n","integer"],["s","varchar(3)"],["d","double"],["z","varchar"],["t","boolean"]]""",
            (string?)job["hive_result_schema"]);
        Assert.Equal(text, await emulator.Http.GetStringAsync($"/v3/job/result/{job["job_id"]}?format={format}"));
    }

    [Fact]
    public async Task A_query_may_hold_any_character()
    {
        var job = await RunAsync("SELECT length('a\0b') AS n, 'x=1&y=2+3%20' AS s");

        Assert.Equal("success", (string?)job["status"]);
        Assert.Equal("[3,\"x=1&y=2+3%20\"]\n", await emulator.Http.GetStringAsync($"/v3/job/result/{job["job_id"]}?format=json"));
    }

    [Fact]
    public async Task The_java_client_gets_message_pack()
    {
        var job = await RunAsync("SELECT 1 AS n, 'ab' AS s, CAST(NULL AS bigint) AS z, false AS f, ARRAY[1, 300] AS l, 2e0 AS d");
        byte[] expected =
        [
            0x96, 0x01, 0xa2, (byte)'a', (byte)'b', 0xc0, 0xc2, 0x92, 0x01,
            0xd3, 0, 0, 0, 0, 0, 0, 0x01, 0x2c, 0xcb, 0x40, 0, 0, 0, 0, 0, 0, 0,
        ];

        var plain = await emulator.Http.GetByteArrayAsync($"/v3/job/result/{job["job_id"]}?format=msgpack");
        var packed = await emulator.Http.GetByteArrayAsync($"/v3/job/result/{job["job_id"]}?format=msgpack.gz");
        using var unpacked = new MemoryStream();
        await using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        await gzip.CopyToAsync(unpacked);

        Assert.Equal(expected, plain);
        Assert.Equal(expected, unpacked.ToArray());
    }

    [Fact]
    public async Task A_failing_query_says_what_trino_would_say_and_where()
    {
        var job = await RunAsync("SELECT *\nFROM nowhere");
        using var result = await emulator.Http.GetAsync($"/v3/job/result/{job["job_id"]}?format=json");

        Assert.Equal("error", (string?)job["status"]);
        Assert.Equal("TABLE_NOT_FOUND", (string?)job["error"]!["name"]);
        Assert.Equal(2, (int?)job["error"]!["line"]);
        Assert.Contains("line 2:6: Table", (string?)job["debug"]!["stderr"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, result.StatusCode);
    }

    [Fact]
    public async Task An_insert_tells_how_many_rows_it_wrote()
    {
        await RunAsync("CREATE TABLE counted AS SELECT 1 AS id");

        var job = await RunAsync("INSERT INTO counted (id) VALUES (2), (3)");

        Assert.Equal(2, (int?)job["num_records"]);
        Assert.Equal(2, (int?)job["update_count"]);
        Assert.Equal("INSERT", (string?)job["update_type"]);
        Assert.Equal("[[\"id\",\"long\"]]", (string?)(await emulator.GetAsync($"/v3/table/show/{Database}/counted"))["schema"]);
    }

    [Fact]
    public async Task A_domain_key_is_issued_once_even_over_a_restart()
    {
        await RunAsync("CREATE TABLE once AS SELECT 1 AS id");
        var first = await RunAsync("INSERT INTO once (id) VALUES (2)", ("domain_key", "insert-once"));

        await emulator.KillAsync();
        await emulator.RestartAsync();
        using var again = await emulator.Http.PostAsync(
            $"/v3/job/issue/trino/{Database}",
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["query"] = "INSERT INTO once (id) VALUES (2)",
                ["domain_key"] = "insert-once",
            }));
        var known = await emulator.GetAsync("/v3/job/status_by_domain_key/insert-once");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal((string?)first["job_id"], (string?)known["job_id"]);
        Assert.Equal(2, (int?)(await emulator.GetAsync($"/v3/table/show/{Database}/once"))["count"]);
    }

    [Fact]
    public async Task A_running_job_can_be_killed()
    {
        var id = await IssueAsync(Endless);
        await UntilRunningAsync(id);

        var answer = await emulator.PostFormAsync($"/v3/job/kill/{id}");

        Assert.Equal("running", (string?)answer["former_status"]);
        Assert.Equal("killed", (string?)(await emulator.FinishedAsync(id))["status"]);
    }

    [Fact]
    public async Task A_job_that_ran_when_the_emulator_died_is_lost_and_its_key_is_free_again()
    {
        var id = await IssueAsync(Endless, ("domain_key", "lost-key"));
        await UntilRunningAsync(id);

        await emulator.KillAsync();
        await emulator.RestartAsync();

        var lost = await emulator.FinishedAsync(id);
        var again = await RunAsync("SELECT 1", ("domain_key", "lost-key"));
        Assert.Equal("error", (string?)lost["status"]);
        Assert.StartsWith("lost:", (string?)lost["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal("success", (string?)again["status"]);
    }

    [Fact]
    public async Task Jobs_are_listed_the_newest_first()
    {
        var older = await RunAsync("SELECT 1");
        var newer = await RunAsync("SELECT 2");

        var jobs = (await emulator.GetAsync("/v3/job/list?from=0&to=1"))["jobs"]!.AsArray();

        Assert.Equal(
            [(string?)newer["job_id"], (string?)older["job_id"]],
            jobs.Select(job => (string?)job!["job_id"]));
    }

    [Fact]
    public async Task A_job_that_is_not_there_and_an_engine_that_is_not_there_are_refused()
    {
        using var job = await emulator.Http.GetAsync("/v3/job/show/99999");
        using var engine = await emulator.Http.PostAsync($"/v3/job/issue/spark/{Database}", new FormUrlEncodedContent([]));
        using var database = await emulator.Http.PostAsync("/v3/job/issue/trino/no_such_db", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.NotFound, job.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, engine.StatusCode);
        Assert.Contains("There is no engine 'spark'", await engine.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, database.StatusCode);
    }

    [Fact]
    public async Task The_fixed_clock_is_what_now_answers()
    {
        await emulator.PutAsync("/emulator/clock", new JsonObject { ["now"] = "2026-01-02T03:04:05Z" });

        var job = await RunAsync("SELECT to_unixtime(now())");

        Assert.Equal("[1767323045]\n", (await emulator.Http.GetStringAsync(
            $"/v3/job/result/{job["job_id"]}?format=json")).Replace(".0]", "]", StringComparison.Ordinal).Replace("1.767323045E9", "1767323045", StringComparison.Ordinal));
        await emulator.PutAsync("/emulator/clock", new JsonObject { ["now"] = null });
    }

    private async Task<JsonObject> RunAsync(string sql, params (string, string)[] more) =>
        await emulator.FinishedAsync(await IssueAsync(sql, more));

    private async Task<string> IssueAsync(string sql, params (string, string)[] more)
    {
        using var created = await emulator.Http.PostAsync($"/v3/database/create/{Database}", null);
        return (string)(await emulator.PostFormAsync($"/v3/job/issue/trino/{Database}", [("query", sql), .. more]))["job_id"]!;
    }

    private async Task UntilRunningAsync(string id)
    {
        while ((string?)(await emulator.GetAsync($"/v3/job/status/{id}"))["status"] is "queued")
        {
            await Task.Delay(5);
        }
    }
}
