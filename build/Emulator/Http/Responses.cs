using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Cdp.Emulator.Http;

internal static class Responses
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task JsonAsync(this HttpContext context, JsonNode body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, Compact), context.RequestAborted);
    }

    public static async Task BytesAsync(this HttpContext context, ReadOnlyMemory<byte> body, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>TD's v3 API and the workflow API word their errors differently.</summary>
    public static Task ErrorAsync(this HttpContext context, int status, string message, JsonObject? details = null) =>
        context.JsonAsync(
            context.Request.Path.StartsWithSegments("/v3", StringComparison.Ordinal)
                ? PlatformError(status, message, details)
                : new JsonObject { ["message"] = message, ["status"] = status },
            status);

    private static JsonObject PlatformError(int status, string message, JsonObject? details)
    {
        var body = new JsonObject
        {
            ["error"] = message,
            ["message"] = message,
            ["text"] = message,
            ["severity"] = "error",
            ["status_code"] = status,
        };
        if (details is not null)
        {
            body["details"] = details;
        }

        return body;
    }
}
