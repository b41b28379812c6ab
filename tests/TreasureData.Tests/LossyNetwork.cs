namespace Cdp.TreasureData.Tests;

/// <summary>Loses the answer to the first request that it is told to watch for, after the server has acted.</summary>
internal sealed class LossyNetwork(Func<HttpRequestMessage, bool> loses) : DelegatingHandler(new SocketsHttpHandler())
{
    public int Lost { get; private set; }

    public int Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!loses(request))
        {
            return response;
        }

        Sent++;
        if (Lost > 0)
        {
            return response;
        }

        Lost++;
        response.Dispose();
        throw new HttpRequestException("the answer was lost on the way");
    }
}
