using Cdp.Digdag.Engine;

namespace Cdp.Emulator.Outbound;

/// <summary>Where this process answers: what <c>td</c> operators and TD's host names lead to.</summary>
internal sealed class OwnAddress(string token) : ITdAccess
{
    private Uri? _url;

    public string Token { get; } = token;

    /// <summary>Known when the server listens; nothing can have been started before.</summary>
    public Uri Url
    {
        get => _url ?? throw new InvalidOperationException("The server does not listen yet.");
        set => _url = value;
    }

    public TdEndpoint? Find(long projectId) => new(Url, Token);
}
