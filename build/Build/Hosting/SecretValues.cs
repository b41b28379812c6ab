using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Build.Hosting;

/// <summary>What the environment has for a secret: <c>TD_SECRET_SHOP_APIKEY</c> for <c>shop.apikey</c>.</summary>
internal static class SecretValues
{
    public static Secret? Of(string key) =>
        Environment.GetEnvironmentVariable(SecretNeeds.Variable(key)) is { Length: > 0 } value ? new Secret(value) : null;
}
