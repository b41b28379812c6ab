using System.Globalization;
using System.Net;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cdp.Emulator.Hosting;

/// <summary>Kestrel on a loopback port of the system's choice.</summary>
internal sealed class EmulatorServer(WebApplication app, IdleWatch idle, int port) : IAsyncDisposable
{
    // TD takes archives of 10 MB; a little more is read, so that the answer can say so.
    private const long LargestBody = 64_000_000;

    public int Port { get; } = port;

    public static async Task<EmulatorServer> StartAsync(Box box, Action leave)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, 0);
        });

        var app = builder.Build();
        var idle = new IdleWatch(
            box.Options.Keep ? Timeout.InfiniteTimeSpan : box.Options.Idle,
            box.Time,
            () => box.Engine.Running + box.Jobs.Running > 0,
            leave);
        var border = new Border(box.Token, idle, box.Log);
        app.Use(next => context => border.InvokeAsync(context, next));
        app.UseRouting();
        Routes.Map(app, box, leave);
        await app.StartAsync();
        var port = PortOf(app);
        box.Self.Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        return new EmulatorServer(app, idle, port);
    }

    /// <summary>Begins to leave when nobody asks for anything.</summary>
    public void LeaveWhenIdle() => idle.Begin();

    public async ValueTask DisposeAsync()
    {
        idle.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private static int PortOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new Uri(addresses.Addresses.First()).Port;
    }

    // The usual lifetime ends the process on SIGINT.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
