using System.Collections;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Rest;
using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests;

/// <summary>Whom the key is told: nobody whose certificate is not trusted.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task A_host_with_a_certificate_of_its_own_making_is_not_told_the_key()
    {
        using var stop = new CancellationTokenSource();
        var port = new TaskCompletionSource<int>();
        var heard = ListenAsync(port, stop.Token);
        var host = new Uri($"https://localhost:{await port.Task}");
        using var http = TdHttp.Client();
        var account = new TdAccount(TdHosts.At(host), new Secret("1/0123456789abcdef0123456789abcdef01234567"));
        var platform = new RestPlatform("rest", account, http, new ImpatientClock(), TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<PlatformException>(() => platform.ListDatabasesAsync(CancellationToken.None));
        await stop.CancelAsync();

        Assert.Equal(Fault.NetworkDown, error.Fault);
        Assert.Contains("certificate", error.Details.Said, StringComparison.Ordinal);
        Assert.Contains("is not trusted on this machine, so nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.Contains("SSL_CERT_FILE", error.Message, StringComparison.Ordinal);
        Assert.Equal((4, 0), await heard);
    }

    [Fact]
    public void A_key_is_not_sent_in_the_clear()
    {
        var error = Assert.Throws<PipelineException>(() => TdHosts.At(new Uri("http://td.example.com")));

        Assert.Contains("would carry the API key in the clear", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Td_gets_the_proxies_and_certificates_of_our_environment_and_no_way_around_them()
    {
        string[] kept = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"];
        string[] taken = ["ALL_PROXY", "DIGDAG_CONFIG", "TD_API_HEADERS", "TD_CLIENT_DEBUG", "NODE_TLS_REJECT_UNAUTHORIZED"];
        var given = TdEnvironment.Of(new Hashtable(kept.Concat(taken).ToDictionary(name => name, name => "of " + name)), "td.conf");

        Assert.All(kept, name => Assert.Equal("of " + name, given[name]));
        Assert.All(taken, name => Assert.Null(given[name]));
    }

    /// <returns>How many came, and how many bytes they said after the handshake.</returns>
    private static async Task<(int Callers, int Bytes)> ListenAsync(TaskCompletionSource<int> port, CancellationToken stop)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port.SetResult(((IPEndPoint)listener.LocalEndpoint).Port);
        using var certificate = OwnCertificate();
        var (callers, bytes) = (0, 0);
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync(stop);
                callers++;
                bytes += await BytesAsync(caller, certificate, stop);
            }
        }
        catch (OperationCanceledException)
        {
            return (callers, bytes);
        }
    }

    private static async Task<int> BytesAsync(TcpClient caller, X509Certificate2 certificate, CancellationToken stop)
    {
        await using var stream = new SslStream(caller.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
            return await stream.ReadAsync(new byte[1], stop);
        }
        catch (Exception ex) when (ex is AuthenticationException or IOException)
        {
            return 0; // turned away
        }
    }

    private static X509Certificate2 OwnCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
