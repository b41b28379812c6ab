using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Tests.Execution;

/// <summary>Does with the engine what was done with the real digdag, step by step.</summary>
internal sealed class CaseRun(DigdagCase recorded) : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TdStub _td = new();
    private WorkflowEngine _engine = null!;
    private long _project;
    private long _last;
    private int _revisions;

    /// <summary>What the tasks' logs say otherwise than recorded.</summary>
    public List<string> LogDifferences { get; } = [];

    /// <summary>The first difference, or null.</summary>
    public async Task<string?> DifferenceAsync(CancellationToken cancellation)
    {
        _engine = WorkflowEngine.Open(Path.Combine(_folder.Path, "store"), Options());
        var project = Path.Combine(_folder.Path, "project");
        Directory.CreateDirectory(project);
        recorded.CopyTo(project);
        Push(project);
        if (recorded.Record["steps"] is JsonArray steps)
        {
            foreach (var step in steps.Cast<JsonObject>())
            {
                if (await StepAsync(step, cancellation) is { } difference)
                {
                    return $"{step["do"]}: {difference}";
                }
            }

            return null;
        }

        return await WholeAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _folder.Dispose();
        _td.Dispose();
    }

    private async Task<string?> WholeAsync(CancellationToken cancellation)
    {
        StartResult started;
        try
        {
            started = _engine.Start(Request(recorded.Workflow, new() { ["session_time"] = recorded.Record["attempt"]?["sessionTime"]?.DeepClone() }));
        }
        catch (EngineException ex)
        {
            return recorded.IsStarted ? $"the start was refused: {ex.Message}"
                : recorded.Record["start"]?["error"]?.ToString().Contains(ex.Message, StringComparison.Ordinal) ?? false ? null
                : $"refused with another text: {ex.Message}";
        }

        _last = started.Attempt.Id;
        await _engine.WaitAsync(_last, cancellation);
        return Compare(recorded.Record) ?? (recorded.Record["td_requests"] is { } requests
            ? Recorded.Difference("td_requests", requests, new JsonArray([.. _td.Requests.Select(r => r.DeepClone())]))
            : null);
    }

    private async Task<string?> StepAsync(JsonObject step, CancellationToken cancellation)
    {
        switch (step["do"]!.GetValue<string>())
        {
            case "start":
                var started = _engine.Start(Request(step["workflow"]?.GetValue<string>() ?? recorded.Workflow, step));
                _last = started.Attempt.Id;
                return started.Conflict == ((int)step["status"]! == 409) ? null : $"conflict is {started.Conflict}";
            case "wait":
                await _engine.WaitAsync(_last, cancellation);
                return Compare(step);
            case "wait_state":
                await UntilAsync(step["task"]!.GetValue<string>(), step["state"]!.GetValue<string>(), cancellation);
                return null;
            case "kill":
                return _engine.Kill(_last) == ((int)step["status"]! == 200) ? null : "the kill was answered differently";
            case "sleep":
                await UntilAllWaitAsync(cancellation);
                return null;
            case "push":
                PushAgain(step["files"]!.AsObject());
                return null;
            case "cli" when step["args"]![0]!.GetValue<string>() is "retry":
                Retry([.. step["args"]!.AsArray().Select(a => a!.GetValue<string>())], (int)step["result"]!["exit"]! == 0);
                return null;
            default:
                return null;
        }
    }

    private EngineOptions Options() => new()
    {
        Http = new HttpServerStub(),
        Td = recorded.Group == "td_jobs" ? _td : null,
        TdHttp = new HttpMessageInvoker(_td, disposeHandler: false),
        Secrets = new GivenSecrets(recorded.Record["secrets"] as JsonObject ?? []),
        AllowCode = true,
        MinPoll = TimeSpan.FromMilliseconds(1),
        Hurry = 200,
    };

    /// <summary>What a push sends: no hidden and no ignored files.</summary>
    private void Push(string source)
    {
        var folder = Path.Combine(_folder.Path, "pushed", $"{_revisions}");
        Directory.CreateDirectory(folder);
        foreach (var entry in new ProjectFiles(source).Entries())
        {
            var copy = Path.Combine(folder, entry.Path);
            if (entry.IsLink)
            {
                File.CreateSymbolicLink(copy, new FileInfo(Path.Combine(source, entry.Path)).LinkTarget!);
            }
            else if (entry.IsFolder)
            {
                Directory.CreateDirectory(copy);
            }
            else
            {
                File.Copy(Path.Combine(source, entry.Path), copy);
            }
        }

        var loaded = WorkflowLoader.Load(folder);
        var (project, _) = _engine.Store.Push(new(
            "p", $"rev{++_revisions}", folder, "md5", [.. loaded.Workflows.Select(w => new PushedWorkflow(w.Name, w.TimeZone, w.Config))]));
        _project = project.Id;
    }

    private void PushAgain(JsonObject files)
    {
        var folder = Path.Combine(_folder.Path, $"project{_revisions}");
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text!.GetValue<string>());
        }

        Push(folder);
    }

    private StartRequest Request(string workflow, JsonObject from) => new(
        _engine.Store.FindWorkflow(_project, workflow)!.Id,
        DateTimeOffset.Parse(from["session_time"]?.GetValue<string>() ?? recorded.SessionTime))
    {
        Params = from["params"] is JsonObject given ? given.Copy() : Given(),
        RetryAttemptName = from["retry_name"]?.GetValue<string>(),
    };

    /// <summary>As the command line sent them: those of the attempt, without what its schedule added.</summary>
    private JsonObject Given()
    {
        var given = (recorded.Record["attempt"]?["params"] as JsonObject)?.Copy() ?? [];
        var own = recorded.Record["params"] as JsonObject ?? [];
        foreach (var added in (string[])["last_session_time", "next_session_time", "last_executed_session_time"])
        {
            given.Remove(added);
            if (own[added] is { } value)
            {
                given[added] = value.DeepClone();
            }
        }

        return given;
    }

    private void Retry(ImmutableArray<string> args, bool accepted)
    {
        var attempt = _engine.Store.FindAttempt(_last)!;
        var given = attempt.Params.Copy();
        for (var i = 0; i < args.Length - 1; i++)
        {
            if (args[i] == "-p")
            {
                var pair = args[i + 1].Split('=', 2);
                given[pair[0]] = pair[1];
            }
        }

        var from = args.IndexOf("--resume-from") is var at and >= 0 ? args[at + 1] : null;
        var revision = args.IndexOf("--revision") is var r and >= 0 ? _engine.Store.FindRevision(_project, args[r + 1]) : null;
        var workflow = args.Contains("--keep-revision") ? attempt.WorkflowId
            : (revision?.Workflows.Single(w => w.Name == attempt.WorkflowName)
                ?? _engine.Store.FindWorkflow(_project, attempt.WorkflowName)!).Id;
        try
        {
            _last = _engine.Start(new(workflow, attempt.SessionTime)
            {
                Params = given,
                RetryAttemptName = args.IndexOf("--name") is var n and >= 0 ? args[n + 1] : StableId.Text($"{_last}"),
                Resume = from is not null || args.Contains("--resume") ? new(_last, from) : null,
            }).Attempt.Id;
        }
        catch (EngineException) when (!accepted)
        {
            // Refused there, refused here.
        }
    }

    private async Task UntilAsync(string task, string state, CancellationToken cancellation)
    {
        while (!_engine.Tasks(_last).Any(t => t.FullName == task && t.State.Text() == state))
        {
            await Task.Delay(5, cancellation);
        }
    }

    /// <summary>What was slept for: every task that can run has been looked at, and waits.</summary>
    private async Task UntilAllWaitAsync(CancellationToken cancellation)
    {
        while (!_engine.Tasks(_last).Any(t => t.StateParams.Count > 0)
            || _engine.Tasks(_last).Any(t => t.State is TaskState.Ready || (t.State is TaskState.Running && t.StateParams.Count == 0)))
        {
            await Task.Delay(5, cancellation);
        }
    }

    private string? Compare(JsonObject expected)
    {
        var attempt = _engine.Store.FindAttempt(_last)!;
        if (expected["attempt"]?["status"]?.GetValue<string>() is { } status && status != attempt.Status)
        {
            return $"the attempt is {attempt.Status}, recorded was {status}; tasks: {Tasks().ToJsonString()}";
        }

        LogDifferences.AddRange(LogLines.Differences(expected["log"] as JsonArray ?? [], Logs()));
        var difference = Recorded.Difference("tasks", expected["tasks"], Tasks())
            ?? Recorded.Difference("params", expected["attempt"]?["params"], attempt.Params);
        return difference ?? Recorded.Difference("echo", expected["echo"], Echo(expected["echo_order"] is not null));
    }

    private JsonArray Tasks()
    {
        var tasks = _engine.Tasks(_last);
        var names = tasks.ToDictionary(t => t.Id, t => t.FullName);
        return new([.. tasks.Select(t => Shown(t, names))]);
    }

    private static JsonObject Shown(TaskView task, Dictionary<long, string> names)
    {
        var shown = new JsonObject
        {
            ["fullName"] = task.FullName,
            ["parent"] = task.ParentId is { } parent ? names[parent] : null,
            ["isGroup"] = task.IsGroup,
            ["state"] = task.State.Text(),
            ["config"] = task.Config,
            ["upstreams"] = new JsonArray([.. task.Upstreams.Select(u => JsonValue.Create(names[u]))]),
            ["exportParams"] = task.ExportParams,
            ["storeParams"] = task.StoreParams,
        };
        if (task.StateParams.Count > 0)
        {
            shown["stateParams"] = task.StateParams;
        }

        if (task.Error.Count > 0)
        {
            shown["error"] = task.Error;
        }

        if (task.CancelRequested)
        {
            shown["cancelRequested"] = true;
        }

        return shown;
    }

    /// <summary>The whole log of each task.</summary>
    private IEnumerable<(string Task, string Text)> Logs() =>
        _engine.Tasks(_last).Select(t => (t.FullName, _engine.Logs.Read(_last, t.Id)));

    private JsonArray Echo(bool byTask)
    {
        var tasks = _engine.Tasks(_last).Where(t => !t.FullName.Contains('@'));
        var printed = (byTask ? tasks : tasks.OrderBy(t => t.StartedAt))
            .SelectMany(t => _engine.Logs.List(_last, [t]))
            .Select(file => _engine.Logs.Printed(_last, file))
            .Where(text => text.Length > 0)
            .Select(text => text.EndsWith('\n') ? text[..^1] : text);
        return new([.. printed.Select(text => JsonValue.Create(text))]);
    }

    private sealed class GivenSecrets(JsonObject secrets) : ISecretSource
    {
        public string? Find(long projectId, string key) => secrets[key]?.GetValue<string>();
    }
}
