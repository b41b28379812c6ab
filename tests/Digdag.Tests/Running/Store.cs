using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Tests.Running;

/// <summary>A store in a folder of its own, with one project.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private Store(params (string File, string Text)[] files)
    {
        foreach (var (file, text) in files)
        {
            _folder.Write($"project/{file}", text);
        }
    }

    public WorkflowEngine Engine { get; private set; } = null!;

    public string Path => System.IO.Path.Combine(_folder.Path, "store");

    public static Store With(string workflow) => With(("main.dig", workflow));

    public static Store With(params (string File, string Text)[] files) => With(new() { AllowCode = true }, files);

    public static Store With(EngineOptions options, params (string File, string Text)[] files)
    {
        var store = new Store(files) { Options = options };
        store.Open();
        var folder = System.IO.Path.Combine(store._folder.Path, "project");
        var workflows = WorkflowLoader.Load(folder).Workflows.Select(w => new PushedWorkflow(w.Name, w.TimeZone, w.Config));
        store.Engine.Store.Push(new("p", "r1", folder, "md5", [.. workflows]));
        return store;
    }

    public EngineOptions Options { get; init; } = new() { AllowCode = true };

    public void Open() => Engine = WorkflowEngine.Open(Path, Options);

    /// <summary>As a kill leaves it: nothing is finished or tidied up.</summary>
    public async Task DieAsync() => await Engine.DisposeAsync();

    public StartResult Start(string time = "2026-01-02T00:00:00Z", string? name = null, ResumeRequest? resume = null, JsonObject? given = null) =>
        Engine.Start(new(Engine.Store.FindWorkflow(1, "main")!.Id, DateTimeOffset.Parse(time))
        {
            RetryAttemptName = name,
            Resume = resume,
            Params = given ?? [],
        });

    public async Task<Attempt> RunAsync(string time = "2026-01-02T00:00:00Z")
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        return await Engine.WaitAsync(Start(time).Attempt.Id, limit.Token);
    }

    public async Task UntilAsync(long attempt, string task, TaskState state)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!Engine.Tasks(attempt).Any(t => t.FullName == task && t.State == state))
        {
            await Task.Delay(5, limit.Token);
        }
    }

    public Dictionary<string, TaskState> States(long attempt) => Engine.Tasks(attempt).ToDictionary(t => t.FullName, t => t.State);

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _folder.Dispose();
    }
}
