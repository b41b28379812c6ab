using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

internal sealed record RestAnswer(HttpStatusCode Status, byte[] Body)
{
    /// <summary>The server's clock.</summary>
    public DateTimeOffset? Date { get; private init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsPassing => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)Status >= 500;

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>TD's v3 API says <c>error</c>, its workflow API <c>message</c>.</summary>
    public string Message => Parsed() is { } json && (json["message"] ?? json["error"]) is { } said
        ? said.ToString()
        : Text.Length is 0 or > 300 ? Status.ToString() : Text.Trim();

    public static async Task<RestAnswer> OfAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellation) =>
        new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation))
        {
            Date = response.Headers.Date,
            RetryAfter = response.Headers.RetryAfter is { } wait ? wait.Delta ?? wait.Date - clock.GetUtcNow() : null,
        };

    public JsonObject Json(Uri uri) => Parsed() ?? throw Faults.Of(
        Fault.NotUnderstood, $"{uri.Host}{uri.AbsolutePath}", $"HTTP {(int)Status}, and no JSON");

    private JsonObject? Parsed()
    {
        try
        {
            return JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
