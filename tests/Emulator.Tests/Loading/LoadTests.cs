using System.Text.Json.Nodes;

namespace Cdp.Emulator.Tests.Loading;

public sealed class LoadTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task A_stand_in_takes_the_connectors_place()
    {
        var file = emulator.PathOf("customers.csv", "Id,Email,updated_at\n1,a@x.com,2026-01-01\n2,b@x.com,2026-01-02\n");
        await StandInAsync(file, target: "customers", window: null);

        var job = await LoadAsync("stand_in_db", "customers", Config("customers"));

        Assert.Equal("success", (string?)job["status"]);
        Assert.Equal(2, (int?)job["num_records"]);
        Assert.Equal(2, await CountAsync("stand_in_db", "customers"));
        Assert.Equal("", (string?)job["query"]);
    }

    [Fact]
    public async Task Append_adds_and_replace_replaces()
    {
        var file = emulator.PathOf("lists.csv", "id\n1\n2\n3\n");
        await StandInAsync(file, target: "lists", window: null);

        await LoadAsync("modes_db", "lists", Config("lists"));
        await LoadAsync("modes_db", "lists", Config("lists"));
        var appended = await CountAsync("modes_db", "lists");
        await LoadAsync("modes_db", "lists", Config("lists", mode: "replace"));

        Assert.Equal(6, appended);
        Assert.Equal(3, await CountAsync("modes_db", "lists"));
    }

    [Fact]
    public async Task A_window_is_half_open()
    {
        var file = emulator.PathOf(
            "orders.csv", "id,updated_at\n1,2026-01-01T00:00:00Z\n2,2026-01-02T00:00:00Z\n3,2026-01-03T00:00:00Z\n");
        await StandInAsync(
            file, target: "orders", new JsonObject { ["column"] = "updated_at", ["from"] = "from_date", ["to"] = "to_date" });
        var config = Config("orders");
        config["in"]!["from_date"] = "2026-01-01T00:00:00.000Z";
        config["in"]!["to_date"] = "2026-01-03T00:00:00.000Z";

        var job = await LoadAsync("window_db", "orders", config);

        Assert.Equal(2, (int?)job["num_records"]);
    }

    [Theory]
    [InlineData("WHERE t >= '2026-01-01 00:00:00' AND t < '2026-01-03 00:00:00'", 2)]
    [InlineData("WHERE t >= '2026-01-02 00:00:00' AND t < '2026-01-03 00:00:00'", 1)]
    public async Task A_window_may_stand_inside_a_query(string query, int records)
    {
        var file = emulator.PathOf("rows.csv", "id,t\n1,2026-01-01T00:00:00Z\n2,2026-01-02T00:00:00Z\n3,2026-01-03T00:00:00Z\n");
        await emulator.PutAsync("/emulator/stand_ins", new JsonObject
        {
            ["stand_ins"] = new JsonArray(new JsonObject
            {
                ["match"] = new JsonObject
                {
                    ["type"] = "snowflake",
                    ["query"] = new JsonObject { ["$matches"] = @"\AWHERE\ t\ >=\ '(?<from>.+?)'\ AND\ t\ <\ '(?<to>.+?)'\z" },
                },
                ["path"] = file,
                ["format"] = "csv",
                ["window"] = new JsonObject { ["column"] = "t", ["within"] = new JsonArray("query") },
            }),
        });

        var job = await LoadAsync("query_db", "rows", new JsonObject { ["in"] = new JsonObject { ["type"] = "snowflake", ["query"] = query } });
        var other = await LoadAsync("query_db", "rows", new JsonObject { ["in"] = new JsonObject { ["type"] = "snowflake", ["query"] = "SELECT 1" } });

        Assert.Equal(records, (int?)job["num_records"]);
        Assert.Equal("error", (string?)other["status"]);
    }

    [Fact]
    public async Task A_window_may_be_a_day_and_a_number_of_days()
    {
        var file = emulator.PathOf("daily.csv", "id,t\n1,2026-01-01T00:00:00Z\n2,2026-01-02T00:00:00Z\n3,2026-01-03T00:00:00Z\n");
        await StandInAsync(file, target: "daily", new JsonObject { ["column"] = "t", ["from"] = "from_date", ["days"] = "fetch_days" });
        var config = Config("daily");
        config["in"]!["from_date"] = "20260101";
        config["in"]!["fetch_days"] = "2";

        var job = await LoadAsync("days_db", "daily", config);

        Assert.Equal(2, (int?)job["num_records"]);
    }

    [Fact]
    public async Task Without_a_stand_in_the_job_fails_and_says_what_to_do()
    {
        var job = await LoadAsync("nobody_db", "things", new JsonObject { ["in"] = new JsonObject { ["type"] = "klaviyo" } });

        Assert.Equal("error", (string?)job["status"]);
        Assert.Equal(
            "No stand-in for connector 'klaviyo'; name one under local.sources in the config.", (string?)job["error"]!["message"]);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        await StandInAsync("/nowhere/people.csv", target: "people", window: null);

        var job = await LoadAsync("missing_db", "people", Config("people"));

        Assert.Equal("error", (string?)job["status"]);
        Assert.StartsWith(
            "The stand-in's file /nowhere/people.csv does not exist.", (string?)job["error"]!["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"hash","columns":["email"]}""", "The filter 'hash' does not work on this machine.")]
    [InlineData("""{"type":"rename","columns":{"a":"b"}}""", "The filter 'rename' with columns does not work on this machine.")]
    public async Task A_filter_that_is_not_known_fails_the_job_rather_than_being_left_out(string filter, string message)
    {
        await StandInAsync(emulator.PathOf("filtered.csv", "id\n1\n"), target: "filtered", window: null);
        var config = Config("filtered");
        config["filters"] = new JsonArray(JsonNode.Parse(filter));

        var job = await LoadAsync("filter_db", "filtered", config);

        Assert.Equal("error", (string?)job["status"]);
        Assert.StartsWith(message, (string?)job["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_closest_stand_in_answers()
    {
        var wide = emulator.PathOf("wide.csv", "id\n1\n");
        var close = emulator.PathOf("close.jsonl", "{\"id\":1}\n{\"id\":2}\n");
        await emulator.PutAsync("/emulator/stand_ins", new JsonObject
        {
            ["stand_ins"] = new JsonArray(
                new JsonObject { ["match"] = JsonNode.Parse("""{"type":"shopify_v2"}"""), ["path"] = wide, ["format"] = "csv" },
                new JsonObject
                {
                    ["match"] = JsonNode.Parse("""{"type":"shopify_v2","target":"close"}"""),
                    ["path"] = close,
                    ["format"] = "jsonl",
                }),
        });

        Assert.Equal(2, (int?)(await LoadAsync("close_db", "close", Config("close")))["num_records"]);
        Assert.Equal(1, (int?)(await LoadAsync("close_db", "other", Config("other")))["num_records"]);
    }

    [Fact]
    public async Task A_repeated_domain_key_names_the_job_that_has_it()
    {
        var file = emulator.PathOf("twice.csv", "id\n1\n");
        await StandInAsync(file, target: "twice", window: null);
        var first = await LoadAsync("twice_db", "twice", Config("twice"), "key-1");

        using var again = await emulator.Http.PostAsync(
            "/v3/job/issue/bulkload/twice_db?table=twice&domain_key=key-1",
            new StringContent(new JsonObject { ["config"] = Config("twice") }.ToJsonString()));
        var body = JsonNode.Parse(await again.Content.ReadAsStringAsync())!;

        Assert.Equal(409, (int)again.StatusCode);
        Assert.Equal((string?)first["job_id"], (string?)body["details"]!["conflicts_with"]);
        Assert.Equal("domain_key has already been taken", (string?)body["text"]);
        Assert.Equal(1, await CountAsync("twice_db", "twice"));
    }

    private static JsonObject Config(string target, string mode = "append") => new()
    {
        ["in"] = new JsonObject { ["type"] = "shopify_v2", ["target"] = target, ["apikey"] = "s3cret" },
        ["out"] = new JsonObject { ["mode"] = mode },
    };

    private async Task StandInAsync(string path, string target, JsonObject? window) =>
        await emulator.PutAsync("/emulator/stand_ins", new JsonObject
        {
            ["stand_ins"] = new JsonArray(new JsonObject
            {
                ["match"] = new JsonObject { ["type"] = "shopify_v2", ["target"] = target },
                ["path"] = path,
                ["format"] = "csv",
                ["window"] = window,
            }),
        });

    private async Task<JsonObject> LoadAsync(string database, string table, JsonObject config, string? domainKey = null)
    {
        using var created = await emulator.Http.PostAsync($"/v3/database/create/{database}", null);
        var key = domainKey is null ? "" : $"&domain_key={domainKey}";
        var issued = await emulator.PostJsonAsync(
            $"/v3/job/issue/bulkload/{database}?table={table}{key}", new JsonObject { ["config"] = config.DeepClone() });
        return await emulator.FinishedAsync((string)issued["job_id"]!);
    }

    private async Task<int?> CountAsync(string database, string table) =>
        (int?)(await emulator.GetAsync($"/v3/table/show/{database}/{table}"))["count"];
}
