namespace Cdp.TreasureData;

/// <summary>How Treasure Data is talked to: every certificate is checked, and the proxy is the one that HTTPS_PROXY,
/// HTTP_PROXY and NO_PROXY name. Both are .NET's own ways, and nothing here switches them off.</summary>
public static class TdHttp
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    public static HttpClient Client() => new() { Timeout = _longest };
}
