using System.Net;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Tests.Tables;

public sealed class DatabaseAndTableTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task A_database_is_made_once()
    {
        var made = await emulator.PostFormAsync("/v3/database/create/once_db");
        using var again = await emulator.Http.PostAsync("/v3/database/create/once_db", null);

        Assert.Equal("once_db", (string?)made["database"]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains(
            (await emulator.GetAsync("/v3/database/list"))["databases"]!.AsArray(), d => (string?)d!["name"] == "once_db");
    }

    [Theory]
    [InlineData("ab", "Database name must be between 3 and 255 characters long. Got 2 characters.")]
    [InlineData("Acme", "Database name must only consist of lower-case alpha-numeric characters and '_'.")]
    public async Task A_bad_name_is_refused_in_the_words_of_td(string name, string message)
    {
        using var response = await emulator.Http.PostAsync($"/v3/database/create/{name}", null);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(message, (string?)body["text"]);
        Assert.Equal(422, (int?)body["status_code"]);
    }

    [Fact]
    public async Task A_table_is_listed_as_a_td_client_reads_it()
    {
        await emulator.PostFormAsync("/v3/database/create/tables_db");
        await emulator.PostFormAsync("/v3/table/create/tables_db/events/log");

        var table = (await emulator.GetAsync("/v3/table/list/tables_db"))["tables"]![0]!.AsObject();

        Assert.Equal("events", (string?)table["name"]);
        Assert.Equal(0, (int?)table["count"]);
        Assert.Equal("[]", (string?)table["schema"]);
        Assert.True(table.ContainsKey("last_log_timestamp"));
        Assert.Null(table["last_log_timestamp"]);
        Assert.Equal(
            (string[])["id", "name", "type", "count", "created_at", "updated_at", "counter_updated_at", "last_log_timestamp",
                "estimated_storage_size", "schema", "expire_days", "include_v"],
            table.Select(field => field.Key));
    }

    [Fact]
    public async Task A_rename_replaces_only_when_asked()
    {
        await emulator.PostFormAsync("/v3/database/create/rename_db");
        await emulator.PostFormAsync("/v3/table/create/rename_db/old_table/log");
        await emulator.PostFormAsync("/v3/table/create/rename_db/new_table/log");

        using var refused = await emulator.Http.PostAsync("/v3/table/rename/rename_db/old_table/new_table", null);
        await emulator.PostFormAsync("/v3/table/rename/rename_db/old_table/new_table", ("overwrite", "true"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(["new_table"], await NamesAsync("rename_db"));
    }

    [Fact]
    public async Task A_dropped_table_is_gone_and_dropping_it_again_is_not_found()
    {
        await emulator.PostFormAsync("/v3/database/create/drop_db");
        await emulator.PostFormAsync("/v3/table/create/drop_db/events/log");
        await emulator.PostFormAsync("/v3/table/delete/drop_db/events");

        using var again = await emulator.Http.PostAsync("/v3/table/delete/drop_db/events", null);

        Assert.Empty(await NamesAsync("drop_db"));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var database = await emulator.Http.GetAsync("/v3/table/list/nowhere");
        using var path = await emulator.Http.GetAsync("/v3/no/such/path");

        Assert.Equal(HttpStatusCode.NotFound, database.StatusCode);
        Assert.Contains("Database 'nowhere' does not exist", await database.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, path.StatusCode);
        Assert.Contains("does not answer GET /v3/no/such/path", await path.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string?>> NamesAsync(string database) =>
        (await emulator.GetAsync($"/v3/table/list/{database}"))["tables"]!.AsArray().Select(t => (string?)t!["name"]);
}
