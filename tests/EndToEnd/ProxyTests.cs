using System.Net;
using System.Net.Sockets;

namespace Cdp.EndToEnd;

/// <summary>The program behind a proxy. The host that it looks for is nowhere, so only the proxy can have heard of it.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task A_proxy_of_the_environment_is_asked_but_for_the_hosts_that_it_excepts()
    {
        using var proxy = new Proxy();
        using var build = new BuildProcess();
        build.Variables["TD_API_KEY"] = "1/0123456789abcdef0123456789abcdef01234567";
        build.Variables["HTTPS_PROXY"] = $"http://somebody:s3cr3t-of-the-proxy@127.0.0.1:{proxy.Port}";

        var through = build.Run("--target=Doctor", "--platform=treasure_data", "--transport=rest", "--endpoint=https://td.invalid");
        var asked = await proxy.FirstLineAsync();
        build.Variables["NO_PROXY"] = ".example.com,td.invalid";
        var past = build.Run("--target=Doctor", "--platform=treasure_data", "--transport=rest", "--endpoint=https://td.invalid");

        Assert.Equal("CONNECT td.invalid:443 HTTP/1.1", asked);
        Assert.Equal(1, proxy.Callers);
        Assert.All([through, past], ended =>
        {
            Assert.Equal(1, ended.ExitCode);
            Assert.Contains("proxies are taken from HTTPS_PROXY", ended.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cr3t-of-the-proxy", ended.Output + ended.Error, StringComparison.Ordinal);
        });
    }

    /// <summary>Hears what is asked, and refuses it.</summary>
    private sealed class Proxy : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _stop = new();
        private int _callers;

        public Proxy()
        {
            _listener.Start();
            _ = ListenAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Callers => Volatile.Read(ref _callers);

        public Task<string> FirstLineAsync() => _first.Task;

        public void Dispose()
        {
            _stop.Cancel();
            _stop.Dispose();
            _listener.Dispose();
        }

        private async Task ListenAsync()
        {
            try
            {
                while (true)
                {
                    using var caller = await _listener.AcceptTcpClientAsync(_stop.Token);
                    Interlocked.Increment(ref _callers);
                    await using var stream = caller.GetStream();
                    using var reader = new StreamReader(stream);
                    _first.TrySetResult(await reader.ReadLineAsync(_stop.Token) ?? string.Empty);
                    await stream.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
