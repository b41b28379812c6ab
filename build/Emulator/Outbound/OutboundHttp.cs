using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Secrets;

namespace Cdp.Emulator.Outbound;

/// <summary>
/// What workflows send with <c>http&gt;</c> and <c>http_call&gt;</c>. Treasure Data's own hosts are this process; all others
/// are out of reach unless the emulator was started with <c>--allow-network</c>.
/// </summary>
internal sealed partial class OutboundHttp(HttpClient http, OwnAddress self, SecretStore secrets, bool allowNetwork) : IOutboundHttp
{
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var target = request.RequestUri!;
        if (PlatformHost().IsMatch(target.Host))
        {
            request.RequestUri = new Uri(self.Url, target.PathAndQuery);
            request.Headers.Host = null;
            UseOwnKey(request.Headers);
        }
        else if (!allowNetwork)
        {
            throw new HttpRequestException(
                $"{target.GetLeftPart(UriPartial.Authority)} is out of reach: the emulator sends nothing to the network. "
                + "Start it with --allow-network to change that.");
        }

        return await http.SendAsync(request, cancellation);
    }

    // A workflow sends the account's key, as it must on TD, with TD1 or as ${secret:td.apikey} has it; here the account is the emulator.
    private void UseOwnKey(HttpRequestHeaders headers)
    {
        if (headers.TryGetValues("Authorization", out var values) && values.FirstOrDefault() is { } value
            && secrets.IsPlatformKey(value.StartsWith("TD1 ", StringComparison.OrdinalIgnoreCase) ? value[4..] : value))
        {
            headers.Remove("Authorization");
            headers.Authorization = new AuthenticationHeaderValue("TD1", self.Token);
        }
    }

    [GeneratedRegex(@"^api(-[a-z]+)*(\.(us01|eu01|ap02|ap03))?\.treasuredata\.(com|co\.jp)$", RegexOptions.IgnoreCase)]
    private static partial Regex PlatformHost();
}
