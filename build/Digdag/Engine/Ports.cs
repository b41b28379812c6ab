namespace Cdp.Digdag.Engine;

/// <summary>Secrets of a project; null when there is none of that name.</summary>
public interface ISecretSource
{
    string? Find(long projectId, string key);
}

/// <summary>
/// Everything that a workflow sends over HTTP goes through here. The emulator answers TD's own hosts itself and refuses
/// others unless allowed (by throwing <see cref="HttpRequestException"/>).
/// </summary>
public interface IOutboundHttp
{
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation);
}

/// <summary>Where <c>td</c> operators find TD's REST API.</summary>
public interface ITdAccess
{
    /// <summary>Base address and API key for a project; null when no key is known.</summary>
    TdEndpoint? Find(long projectId);
}

public sealed record TdEndpoint(Uri Api, string ApiKey);

public sealed record EngineOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ISecretSource? Secrets { get; init; }

    public IOutboundHttp? Http { get; init; }

    public ITdAccess? Td { get; init; }

    /// <summary>Sends the requests of td operators; separate from what workflows themselves may reach.</summary>
    public HttpMessageInvoker? TdHttp { get; init; }

    /// <summary>Whether <c>sh&gt; py&gt; rb&gt;</c> may run programs of this machine.</summary>
    public bool AllowCode { get; init; }

    /// <summary>Folder that <c>mail&gt;</c> writes to; null: mail fails as digdag does without SMTP settings.</summary>
    public string? MailSpool { get; init; }

    /// <summary>Job polls back off from the first to the second; digdag's own are 1 s and 30 s.</summary>
    public TimeSpan MinPoll { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan MaxPoll { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Divides the waits that digdag counts in whole seconds (require&gt;, http&gt; retries, _retry intervals).</summary>
    public double Hurry { get; init; } = 1;

    /// <summary>digdag repeats an http&gt; that gets 5xx for ever; here it ends after this many repeats.</summary>
    public int MaxHttpRetries { get; init; } = 10;

    public int MaxTasks { get; init; } = 1000;

    public int MaxAttempts { get; init; } = 100;

    public TimeSpan AttemptTtl { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Mixed into every uuid, so that two stores do not share job keys.</summary>
    public string Seed { get; init; } = "cdp";
}
