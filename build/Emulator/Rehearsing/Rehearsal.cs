using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Rehearsing;

/// <summary>What to run. Only the folder is needed where the project has one workflow.</summary>
/// <param name="Session"><c>2026-01-02</c>, <c>2026-01-02 03:04:05</c> (in the workflow's zone) or ISO with an offset; null for now.</param>
public sealed record RehearsalRequest(
    string Folder, string? Workflow = null, string? Session = null, JsonObject? Params = null, string? Project = null);

/// <summary>A task as digdag's API tells it, with names in place of ids.</summary>
public sealed record RehearsedTask
{
    public required string FullName { get; init; }

    public required string? Parent { get; init; }

    public required bool IsGroup { get; init; }

    /// <summary>digdag's word: <c>blocked ready running planned success error group_error canceled</c>, …</summary>
    public required string State { get; init; }

    public required JsonObject Config { get; init; }

    public required ImmutableArray<string> Upstreams { get; init; }

    public required JsonObject ExportParams { get; init; }

    public required JsonObject StoreParams { get; init; }

    public required JsonObject Error { get; init; }

    public bool Failed => State is "error";

    internal JsonObject ToJson() => new()
    {
        ["fullName"] = FullName,
        ["parent"] = Parent,
        ["isGroup"] = IsGroup,
        ["state"] = State,
        ["config"] = Config.DeepClone(),
        ["upstreams"] = new JsonArray([.. Upstreams.Select(name => JsonValue.Create(name))]),
        ["exportParams"] = ExportParams.DeepClone(),
        ["storeParams"] = StoreParams.DeepClone(),
        ["error"] = Error.DeepClone(),
    };
}

/// <summary>How it went.</summary>
/// <param name="Status"><c>success error killed</c></param>
/// <param name="Tasks">In order of id.</param>
/// <param name="Echo">What the tasks printed, one element a task.</param>
public sealed record Rehearsal(
    string AttemptId,
    string Workflow,
    DateTimeOffset SessionTime,
    string Status,
    ImmutableArray<RehearsedTask> Tasks,
    ImmutableArray<string> Echo)
{
    public bool Succeeded => Status is "success";

    /// <summary>The form that <c>--target=Rehearse --format=json</c> prints.</summary>
    public JsonObject ToJson() => new()
    {
        ["status"] = Status,
        ["tasks"] = new JsonArray([.. Tasks.Select(task => task.ToJson())]),
        ["echo"] = new JsonArray([.. Echo.Select(text => JsonValue.Create(text))]),
    };
}
