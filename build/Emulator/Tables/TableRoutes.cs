using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Trino;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Tables;

/// <summary><c>/v3/table/*</c> of TD's API.</summary>
internal sealed class TableRoutes(TrinoDatabase warehouse, TimeProvider clock, DateTimeOffset created)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v3/table/list/{database}", ListAsync);
        app.MapGet("/v3/table/show/{database}/{table}", ShowAsync);
        app.MapPost("/v3/table/create/{database}/{table}", CreateAsync);
        app.MapPost("/v3/table/create/{database}/{table}/{type}", CreateAsync);
        app.MapPost("/v3/table/delete/{database}/{table}", DeleteAsync);
        app.MapPost("/v3/table/rename/{database}/{from}/{to}", RenameAsync);
        app.MapPost("/v3/table/swap/{database}/{one}/{other}", SwapAsync);
        app.MapPost("/v3/table/update-schema/{database}/{table}", UpdateSchemaAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var database = context.Route("database");
        Demand(database);
        return context.JsonAsync(new JsonObject
        {
            ["database"] = database,
            ["tables"] = new JsonArray([.. warehouse.Tables(database).Select(table => TableJson.Table(table, created))]),
        });
    }

    private Task ShowAsync(HttpContext context) =>
        context.JsonAsync(TableJson.Table(Existing(context.Route("database"), context.Route("table")), created));

    private Task CreateAsync(HttpContext context)
    {
        var (database, table) = (context.Route("database"), context.Route("table"));
        Names.Check("Table", table);
        Demand(database);
        return warehouse.CreateTable(database, table)
            ? AnswerAsync(context, database, table)
            : throw ApiException.Conflict($"Table {database}.{table} already exists");
    }

    private Task DeleteAsync(HttpContext context)
    {
        var table = Existing(context.Route("database"), context.Route("table"));
        warehouse.DropTable(table.Database, table.Name);
        return AnswerAsync(context, table.Database, table.Name);
    }

    private async Task RenameAsync(HttpContext context)
    {
        var table = Existing(context.Route("database"), context.Route("from"));
        var to = context.Route("to");
        Names.Check("Table", to);
        var parameter = await context.ParametersAsync();
        if (parameter("overwrite") is not "true" && warehouse.Table(table.Database, to) is not null)
        {
            throw ApiException.Conflict($"Table {table.Database}.{to} already exists");
        }

        warehouse.RenameTable(table.Database, table.Name, to);
        await AnswerAsync(context, table.Database, to);
    }

    private Task SwapAsync(HttpContext context)
    {
        var one = Existing(context.Route("database"), context.Route("one"));
        var other = Existing(context.Route("database"), context.Route("other"));
        warehouse.SwapTables(one.Database, one.Name, other.Name);
        return context.JsonAsync(new JsonObject { ["database"] = one.Database, ["table1"] = one.Name, ["table2"] = other.Name });
    }

    // On TD a column that the new schema leaves out is hidden, and comes back when it is named again: here it stays.
    private async Task UpdateSchemaAsync(HttpContext context)
    {
        var table = Existing(context.Route("database"), context.Route("table"));
        var parameter = await context.ParametersAsync();
        var schema = parameter("schema") ?? throw ApiException.BadRequest("schema is required");
        foreach (var column in Columns(schema).Where(c => table.Columns.All(known => known.Name != c.Name)))
        {
            await warehouse.ExecuteAsync(
                $"ALTER TABLE {Quoted(table.Database)}.{Quoted(table.Name)} ADD COLUMN {Quoted(column.Name)} {column.Type}",
                new QueryContext { Database = table.Database, Now = clock.GetUtcNow() },
                context.RequestAborted);
        }

        await AnswerAsync(context, table.Database, table.Name);
    }

    private static Task AnswerAsync(HttpContext context, string database, string table) =>
        context.JsonAsync(new JsonObject { ["database"] = database, ["table"] = table, ["type"] = "log" });

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static ImmutableArray<TableColumn> Columns(string schema)
    {
        try
        {
            return [.. JsonNode.Parse(schema)!.AsArray().Select(pair => Column((string)pair![0]!, (string)pair[1]!))];
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw ApiException.BadRequest($"schema must be a JSON list of [name, type], but is {schema}");
        }
    }

    private static TableColumn Column(string name, string type) => new(
        name,
        TableJson.TrinoType(type) ?? throw ApiException.BadRequest(
            $"Column '{name}' has the type '{type}'. Use string, long, int, float, double or array<…>."));

    private void Demand(string database)
    {
        if (!warehouse.HasDatabase(database))
        {
            throw ApiException.NotFound($"Database '{database}' does not exist");
        }
    }

    private TableDescription Existing(string database, string table) =>
        warehouse.Table(database, table) ?? throw ApiException.NotFound($"Table '{database}.{table}' does not exist");
}
