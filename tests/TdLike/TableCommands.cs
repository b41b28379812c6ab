using System.Globalization;
using System.Text.Json.Nodes;

namespace Cdp.TdLike;

/// <summary><c>td db:list, db:create, db:delete, table:list</c> (spec/td_cli.md §1.12), of the list commands only their JSON.</summary>
internal sealed class TableCommands(Server server)
{
    public async Task<Answer> RunAsync(Call call) => call.Arguments switch
    {
        ["db:list", "-f", "json"] => await ListAsync(),
        ["db:create", var name] => await CreateAsync(name),
        ["db:delete", var name, "-f"] => await DeleteAsync(name),
        ["table:list", var name, "-f", "json"] => await TablesAsync(name),
        [var other, ..] => new(1, string.Empty, $"'{other}' is not a td command. Run 'td' to show the list.\n"),
        [] => new(0, "Usage: td [options] COMMAND [args]\n", string.Empty),
    };

    private async Task<Answer> ListAsync()
    {
        var answer = await server.RubyAsync(HttpMethod.Get, "List databases", "/v3/database/list");
        var rows = ((JsonArray)answer["databases"]!).Select(d => new JsonObject { ["Name"] = d!["name"]!.ToString(), ["Count"] = d["count"]!.GetValue<long>() });
        return Answer.Said(Block.Json(new JsonArray([.. rows])) + "\n");
    }

    private async Task<Answer> CreateAsync(string name)
    {
        if (name.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_')))
        {
            throw TdError.Trace(
                "TreasureData::ParameterValidationError", "Database name must only consist of lower-case alpha-numeric characters and '_'.");
        }

        var (status, answer) = await server.AskAsync(HttpMethod.Post, $"/v3/database/create/{name}");
        return status switch
        {
            409 => new(1, string.Empty, $"Database '{name}' already exists.\n"),
            < 400 => new(0, string.Empty, $"Database '{name}' is created.\nUse 'td table:create {name} <table_name>' to create a table.\n"),
            _ => throw Server.Refused(status, "Create database", answer),
        };
    }

    private async Task<Answer> DeleteAsync(string name)
    {
        var (status, answer) = await server.AskAsync(HttpMethod.Post, $"/v3/database/delete/{name}");
        return status switch
        {
            404 => new(1, string.Empty, $"Database '{name}' does not exist.\n"),
            < 400 => new(0, string.Empty, $"Database '{name}' is deleted.\n"),
            _ => throw Server.Refused(status, "Delete database", answer),
        };
    }

    private async Task<Answer> TablesAsync(string database)
    {
        var (status, answer) = await server.AskAsync(HttpMethod.Get, $"/v3/table/list/{database}");
        if (status == 404)
        {
            return new(1, string.Empty, $"Database '{database}' does not exist\nUse 'td database:list' to show the list of databases.\n");
        }

        var tables = status < 400 ? (JsonArray)answer["tables"]! : throw Server.Refused(status, "List tables", answer);
        var rows = tables.OfType<JsonObject>().Select(t => new JsonObject
        {
            ["Database"] = database,
            ["Table"] = t["name"]!.ToString(),
            ["Type"] = t["type"]!.ToString(),
            ["Count"] = t["count"]!.GetValue<long>(),
            ["Size"] = "0.0 GB",
            ["Last import"] = null,
            ["Last log timestamp"] = null,
            ["Schema"] = string.Join(", ", ((JsonArray)JsonNode.Parse(t["schema"]!.ToString())!).Select(
                c => string.Create(CultureInfo.InvariantCulture, $"{c![0]}:{c[1]}"))),
        });
        return new(0, Block.Json(new JsonArray([.. rows])) + "\n", tables.Count > 0 ? string.Empty
            : $"Database '{database}' has no tables.\nUse 'td table:create <db> <table>' to create a table.\n");
    }
}
