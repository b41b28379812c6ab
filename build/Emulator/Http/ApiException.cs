using System.Text.Json.Nodes;

namespace Cdp.Emulator.Http;

/// <summary>A refusal with its HTTP status; the border gives it the body that the API in question uses.</summary>
internal sealed class ApiException(int status, string message, JsonObject? details = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject? Details { get; } = details;

    public static ApiException NotFound(string message) => new(404, message);

    public static ApiException Conflict(string message) => new(409, message);

    public static ApiException BadRequest(string message) => new(400, message);
}
