using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Benchmarks;

/// <summary>A thousand tasks, the most that digdag starts, on an engine with a folder of its own.</summary>
internal sealed class EchoWorkflow : IAsyncDisposable
{
    /// <summary>The tasks that echo; with their group as many as one attempt takes.</summary>
    public const int Tasks = 998;

    private readonly WorkflowEngine _engine;
    private int _day;

    public EchoWorkflow(string parallel)
    {
        Folder = Directory.CreateTempSubdirectory("cdp-bench-").FullName;
        _engine = WorkflowEngine.Open(Folder, new EngineOptions());
        var config = new JsonObject();
        if (parallel.Length > 0)
        {
            config["_parallel"] = parallel == "true";
        }

        for (var i = 0; i < Tasks; i++)
        {
            config[string.Create(CultureInfo.InvariantCulture, $"+t{i}")] = new JsonObject { ["echo>"] = "hello" };
        }

        _engine.Store.Push(new("bench", "r1", Folder, "md5", [new PushedWorkflow("main", "UTC", config)]));
    }

    public string Folder { get; }

    /// <returns>The attempt, done and on disk.</returns>
    public async Task<Attempt> RunAsync()
    {
        var workflow = _engine.Store.FindWorkflow(1, "main")!;
        var started = _engine.Start(new StartRequest(workflow.Id, DateTimeOffset.UnixEpoch.AddDays(_day++)));
        var attempt = await _engine.WaitAsync(started.Attempt.Id, CancellationToken.None);
        return attempt.Success ? attempt : throw new InvalidOperationException($"The attempt ended as {attempt.Status}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
