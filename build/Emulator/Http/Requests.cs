using System.Globalization;
using System.Net;
using System.Text;
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
    /// <remarks>Read here and not by the framework's reader, which refuses U+0000 and long values; a query may have both.</remarks>
    public static async Task<Func<string, string?>> ParametersAsync(this HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return context.Query;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var form = Form(await reader.ReadToEndAsync(context.RequestAborted)).ToLookup(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return name => form[name].FirstOrDefault() ?? context.Query(name);
    }

    private static IEnumerable<(string Name, string Value)> Form(string body) =>
        from pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : string.Empty);
}
