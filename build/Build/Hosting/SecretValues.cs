using System.Collections;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Build.Hosting;

/// <summary>What the environment has for a secret: <c>TD_SECRET_SHOP_APIKEY</c> for <c>shop.apikey</c>.</summary>
internal static class SecretValues
{
    /// <summary>All of them, the API key, and what a proxy's address carries.</summary>
    public static KnownSecrets OfEnvironment()
    {
        var secrets = new KnownSecrets();
        foreach (var (name, value) in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => ((string)e.Key, (string?)e.Value ?? string.Empty)))
        {
            if (name == "TD_API_KEY" || name.StartsWith(SecretNeeds.Prefix, StringComparison.Ordinal))
            {
                secrets.Add(new(value));
            }
            else if (name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(value, UriKind.Absolute, out var proxy))
            {
                secrets.Add(new(proxy.UserInfo));
            }
        }

        return secrets;
    }

    public static Secret? Of(string key) =>
        Environment.GetEnvironmentVariable(SecretNeeds.Variable(key)) is { Length: > 0 } value ? new Secret(value) : null;
}
