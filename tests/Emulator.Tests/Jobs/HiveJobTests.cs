using System.Text.Json.Nodes;

namespace Cdp.Emulator.Tests.Jobs;

public sealed class HiveJobTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    private const string Database = "hive_db";

    [Fact]
    public async Task A_job_of_type_hive_runs_treasure_datas_hive()
    {
        var made = await RunAsync("CREATE TABLE IF NOT EXISTS staged (time bigint); INSERT OVERWRITE TABLE staged WITH r AS (SELECT 'a' AS id) SELECT id, 1700000000 AS time FROM r");
        var read = await RunAsync("SELECT id, TD_TIME_FORMAT(time, 'yyyy') AS year FROM staged");

        Assert.Equal("success", (string?)made["status"]);
        Assert.Equal("""[["id","string"],["year","string"]]""", (string?)read["hive_result_schema"]);
        Assert.Equal("[\"a\",\"2023\"]\n", await emulator.Http.GetStringAsync($"/v3/job/result/{read["job_id"]}?format=json"));
    }

    [Theory]
    [InlineData(null, "[null]\n[1]\n")]
    [InlineData("2020.1", "[null]\n[1]\n")]
    [InlineData("4.0", "[1]\n[null]\n")]
    public async Task The_engines_version_decides_where_versions_differ(string? version, string rows)
    {
        var job = await RunAsync("SELECT x FROM (SELECT stack(2, 1, NULL) AS x) t ORDER BY x", version is null ? [] : [("engine_version", version)]);

        Assert.Equal(rows, await emulator.Http.GetStringAsync($"/v3/job/result/{job["job_id"]}?format=json"));
    }

    [Fact]
    public async Task A_failing_job_says_what_hive_would_say_and_where()
    {
        var job = await RunAsync("SELECT nothing FROM (SELECT 1 AS x) t", ("dialect", "hive"));

        Assert.Equal("error", (string?)job["status"]);
        Assert.Equal("SEMANTIC_ERROR", (string?)job["error"]!["name"]);
        Assert.Contains("[Error 10004]: Line 1:7 Invalid table alias or column reference 'nothing'", (string?)job["debug"]!["stderr"], StringComparison.Ordinal);
    }

    private async Task<JsonObject> RunAsync(string sql, params (string, string)[] more)
    {
        using var created = await emulator.Http.PostAsync($"/v3/database/create/{Database}", null);
        var id = (string)(await emulator.PostFormAsync($"/v3/job/issue/hive/{Database}", [("query", sql), .. more]))["job_id"]!;
        return await emulator.FinishedAsync(id);
    }
}
