using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Trino;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Tables;

/// <summary><c>/v3/database/*</c> of TD's API, and what else a td client asks before it begins.</summary>
internal sealed class DatabaseRoutes(TrinoDatabase warehouse, DateTimeOffset created)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v3/system/server_status", context => context.JsonAsync(new JsonObject { ["status"] = "ok" }));
        app.MapGet("/v3/user/show", context => context.JsonAsync(User()));
        app.MapGet("/v3/user/list", context => context.JsonAsync(new JsonObject { ["users"] = new JsonArray(User()) }));
        app.MapGet("/v3/database/list", ListAsync);
        app.MapGet("/v3/database/show/{database}", ShowAsync);
        app.MapPost("/v3/database/create/{database}", CreateAsync);
        app.MapPost("/v3/database/delete/{database}", DeleteAsync);
        app.Map("/v3/{**path}", context =>
            throw ApiException.NotFound($"The emulator does not answer {context.Request.Method} {context.Request.Path}."));
    }

    private static JsonObject User() => new() { ["id"] = 1, ["name"] = "emulator", ["email"] = "emulator@localhost", ["me"] = true };

    private Task ListAsync(HttpContext context) =>
        context.JsonAsync(new JsonObject { ["databases"] = new JsonArray([.. warehouse.Databases().Select(Describe)]) });

    private Task ShowAsync(HttpContext context) => context.JsonAsync(Describe(Existing(context)));

    private Task CreateAsync(HttpContext context)
    {
        var database = context.Route("database");
        Names.Check("Database", database);
        if (warehouse.HasDatabase(database))
        {
            throw ApiException.Conflict($"Database {database} already exists");
        }

        warehouse.CreateDatabase(database);
        return context.JsonAsync(new JsonObject { ["database"] = database });
    }

    private Task DeleteAsync(HttpContext context)
    {
        var database = Existing(context);
        warehouse.DropDatabase(database);
        return context.JsonAsync(new JsonObject { ["database"] = database });
    }

    private string Existing(HttpContext context)
    {
        var database = context.Route("database");
        return warehouse.HasDatabase(database)
            ? database
            : throw ApiException.NotFound($"Database '{database}' does not exist");
    }

    private JsonObject Describe(string database) =>
        TableJson.Database(database, warehouse.Tables(database).Sum(t => t.RowCount), created);
}
