using System.Net;
using System.Text.Json.Nodes;

namespace Cdp.Phases.Tests;

/// <summary>
/// What goes wrong between a workflow and Treasure Data, by a seed: a request is refused before it has an effect, or it has its
/// effect and is told to have failed. Each makes its task fail, so that a retry or a resume repeats it.
/// </summary>
internal sealed class UnreliableTd(double rate) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());
    private readonly HashSet<string> _lost = [];
    private Random _random = new(0);
    private readonly Lock _gate = new();

    /// <summary>Faults that are still to come; then all goes well.</summary>
    public int Left { get; set; }

    public int Refused { get; private set; }

    public int Lost { get; private set; }

    /// <summary>Another schedule begins, which this seed gives.</summary>
    public void Begin(int seed)
    {
        lock (_gate)
        {
            (_random, Left, Refused, Lost) = (new(seed), 0, 0, 0);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var fault = request.Method == HttpMethod.Post && !path.Contains("/kill/", StringComparison.Ordinal) ? Next() : Fault.None;
        if (fault is Fault.Refused)
        {
            return Error();
        }

        var response = await _inner.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }

        if (fault is Fault.Lost)
        {
            if (!path.Contains("/job/issue/", StringComparison.Ordinal))
            {
                return Error();
            }

            Lose((string)JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["job_id"]!);
        }

        return path.Contains("/job/status/", StringComparison.Ordinal) && IsLost(path.Split('/')[^1])
            ? await FailedAsync(response, cancellationToken)
            : response;
    }

    private Fault Next()
    {
        lock (_gate)
        {
            if (Left == 0 || _random.NextDouble() >= rate)
            {
                return Fault.None;
            }

            Left--;
            if (_random.Next(2) == 0)
            {
                Refused++;
                return Fault.Refused;
            }

            Lost++;
            return Fault.Lost;
        }
    }

    private void Lose(string job)
    {
        lock (_gate)
        {
            _lost.Add(job);
        }
    }

    private bool IsLost(string job)
    {
        lock (_gate)
        {
            return _lost.Contains(job);
        }
    }

    /// <summary>The job runs to its end, and only then is said to have failed.</summary>
    private static async Task<HttpResponseMessage> FailedAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
        if ((string?)body["status"] == "success")
        {
            body["status"] = "error";
        }

        return new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString()) };
    }

    private static HttpResponseMessage Error() =>
        new(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":"lost on the way","message":"lost on the way"}""") };

    private enum Fault
    {
        None,
        Refused,
        Lost,
    }
}
