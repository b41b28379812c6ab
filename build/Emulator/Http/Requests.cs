using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Cdp.Emulator.Http;

internal static class Requests
{
    public static string Route(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>A number in the path. digdag answers a bare 404 where it is not one: the routes say <c>:long</c>.</summary>
    public static long RouteNumber(this HttpContext context, string name) =>
        long.Parse(context.Route(name), CultureInfo.InvariantCulture);

    /// <returns>Null when the parameter is absent or empty.</returns>
    public static string? Query(this HttpContext context, string name) =>
        context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    public static async Task<JsonObject> JsonBodyAsync(this HttpContext context)
    {
        if (context.Request.ContentLength == 0)
        {
            return [];
        }

        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return body as JsonObject ?? throw ApiException.BadRequest("The body must be a JSON object.");
        }
        catch (JsonException ex)
        {
            throw ApiException.BadRequest(string.Create(
                CultureInfo.InvariantCulture,
                $"The body is not JSON: line {ex.LineNumber + 1}, column {ex.BytePositionInLine + 1}."));
        }
    }

    /// <summary>td's clients send parameters as a form or in the query string, digdag's does both.</summary>
    public static async Task<Func<string, string?>> ParametersAsync(this HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        return name => form is not null && form.TryGetValue(name, out var value) ? value.ToString() : context.Query(name);
    }
}
