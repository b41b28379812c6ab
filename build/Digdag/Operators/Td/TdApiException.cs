using System.Net;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>An answer of TD's API that is not a success, or no answer (<see cref="Status"/> null).</summary>
internal sealed class TdApiException(string path, HttpStatusCode? status, string? reason, string? conflictsWith = null)
    : Exception($"API request to {path} has failed: {reason ?? "null"}")
{
    public HttpStatusCode? Status => status;

    public string? ConflictsWith => conflictsWith;

    /// <summary>The same request would fail again.</summary>
    public bool IsFinal => status is { } code && (int)code is >= 400 and < 500;

    /// <summary>In the words of digdag's TD client.</summary>
    public TaskFailure ToFailure() => status switch
    {
        HttpStatusCode.NotFound => new($"[TARGET_NOT_FOUND] [404:Not Found] {Message}", "td client http not found"),
        HttpStatusCode.Conflict => new($"[TARGET_ALREADY_EXISTS] [409:Conflict] {Message}", "td client http conflict"),
        HttpStatusCode.Unauthorized => new($"[AUTHENTICATION_FAILURE] [401:Unauthorized] {Message}", "td client http unauthorized"),
        { } code when IsFinal => new($"[CLIENT_ERROR] [{(int)code}:{code}] {Message}", "td client http"),
        { } code => new($"[SERVER_ERROR] [{(int)code}:{code}] {Message}", "td client http"),
        null => new(Message, "td client"),
    };
}
