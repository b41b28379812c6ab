using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Emulator.Unification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary>TD's CDP API (<c>api-cdp.*</c>): the hosted unification that <c>http_call&gt;</c> asks for.</summary>
internal sealed class CdpRoutes(UnifyCalls calls)
{
    private const string Path = "/unifications/workflow_call";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Path, async context => await context.JsonAsync(Ids(await context.JsonBodyAsync())));
        app.MapGet($"{Path}/{{call}}/{{id}}", async context => await context.JsonAsync(Id(context)));
        app.MapGet($"{Path}/{{call}}/{{id}}/{{table:int}}", async context => await context.JsonAsync(Table(context)));
    }

    private JsonObject Ids(JsonObject body)
    {
        var rules = new UnifyReader(body).Read();
        return new UnifyWorkflow(rules, calls.Keep(body)).Ids();
    }

    private JsonObject Id(HttpContext context) => Asked(context) is var (workflow, id) ? workflow.Id(id) : throw Unknown(context);

    private JsonObject Table(HttpContext context)
    {
        var number = int.Parse(context.Route("table"), CultureInfo.InvariantCulture);
        return Asked(context) is var (workflow, id) && id.Tables.FirstOrDefault(t => t.Id == number) is { } table
            ? workflow.Extract(id, table)
            : throw Unknown(context);
    }

    private (UnifyWorkflow Workflow, UnifyId Id)? Asked(HttpContext context)
    {
        var call = context.Route("call");
        var rules = calls.Find(call);
        return rules.Ids.FirstOrDefault(i => i.Name == context.Route("id")) is { } id ? (new(rules, call), id) : null;
    }

    private static ApiException Unknown(HttpContext context) => ApiException.NotFound($"There is no {context.Request.Path} in that unification.");
}
