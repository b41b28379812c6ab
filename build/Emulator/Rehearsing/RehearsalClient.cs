using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;

namespace Cdp.Emulator.Rehearsing;

/// <summary>Runs a digdag project of any folder in the emulator: push, start, follow, tell.</summary>
public sealed class RehearsalClient(EmulatorEndpoint endpoint, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(25);

    private readonly WorkflowClient _client = new(endpoint);

    /// <param name="watch">Told of the tasks at every look at a running attempt; for a live display.</param>
    /// <remarks>A cancelled rehearsal is killed in the emulator too.</remarks>
    /// <exception cref="EmulatorException">The project or the request is refused; the message says why.</exception>
    public async Task<Rehearsal> RunAsync(
        RehearsalRequest request, Action<ImmutableArray<RehearsedTask>>? watch, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(request.Folder);
        var name = request.Project ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var revision = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss.fffffff", CultureInfo.InvariantCulture);
        var project = await _client.PushAsync(name, revision, ProjectPack.Of(folder), cancellation);
        var workflow = await WorkflowAsync(project, request.Workflow, cancellation);
        var attempt = await StartAsync(workflow, request, revision, cancellation);
        var id = (string)attempt["id"]!;
        try
        {
            return await FollowAsync(id, watch, cancellation);
        }
        catch (OperationCanceledException)
        {
            await _client.KillAsync(id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>The log of one task, or of all, as the emulator wrote it.</summary>
    public async Task<string> LogAsync(string attemptId, string? task, CancellationToken cancellation)
    {
        var query = task is null ? "" : $"?task={Uri.EscapeDataString(task)}";
        var files = (await _client.GetAsync($"api/logs/{attemptId}/files{query}", cancellation))["files"]!.AsArray();
        var text = new StringBuilder();
        foreach (var file in files)
        {
            var packed = await _client.BytesAsync(
                $"api/logs/{attemptId}/files/{Uri.EscapeDataString((string)file!["fileName"]!)}", cancellation);
            using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
            text.Append(await reader.ReadToEndAsync(cancellation));
        }

        return text.ToString();
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonObject> WorkflowAsync(JsonObject project, string? name, CancellationToken cancellation)
    {
        var answer = await _client.GetAsync($"api/projects/{project["id"]}/workflows", cancellation);
        var workflows = answer["workflows"]!.AsArray().Select(w => w!.AsObject()).ToList();
        var names = string.Join(", ", workflows.Select(w => (string?)w["name"]).Order(StringComparer.Ordinal));
        return workflows switch
        {
            [] => throw new EmulatorInputException($"Project '{project["name"]}' has no workflow: there is no .dig file in its folder."),
            [var only] when name is null => only,
            _ when name is null => throw new EmulatorInputException($"The project has several workflows. Say which with --workflow=: {names}."),
            _ => workflows.Find(w => (string?)w["name"] == name)
                ?? throw new EmulatorInputException($"There is no workflow '{name}' in the project. There are: {names}."),
        };
    }

    /// <summary>A session time that was rehearsed before gets a new attempt.</summary>
    private async Task<JsonObject> StartAsync(
        JsonObject workflow, RehearsalRequest request, string revision, CancellationToken cancellation)
    {
        var zone = (string)workflow["timezone"]!;
        var start = new JsonObject
        {
            ["workflowId"] = (string)workflow["id"]!,
            ["sessionTime"] = SessionTime.Read(request.Session, zone, time),
            ["params"] = request.Params?.DeepClone() ?? new JsonObject(),
        };
        var (attempt, conflict) = await _client.StartAsync(start, cancellation);
        if (!conflict)
        {
            return attempt;
        }

        start["retryAttemptName"] = revision;
        return (await _client.StartAsync(start, cancellation)).Attempt;
    }

    private async Task<Rehearsal> FollowAsync(
        string id, Action<ImmutableArray<RehearsedTask>>? watch, CancellationToken cancellation)
    {
        while (true)
        {
            var attempt = await _client.GetAsync($"api/attempts/{id}", cancellation);
            var done = (bool)attempt["done"]!;
            if (done || watch is not null)
            {
                var tasks = TaskNames.Resolve(await _client.GetAsync($"api/attempts/{id}/tasks", cancellation));
                watch?.Invoke(tasks);
                if (done)
                {
                    var printed = await _client.GetAsync($"emulator/attempts/{id}/printed", cancellation);
                    return new Rehearsal(
                        id,
                        (string)attempt["workflow"]!["name"]!,
                        (DateTimeOffset)attempt["sessionTime"]!,
                        (string)attempt["status"]!,
                        tasks,
                        [.. printed["printed"]!.AsArray().Select(text => (string)text!)]);
                }
            }

            await Task.Delay(Beat, time, cancellation);
        }
    }
}
