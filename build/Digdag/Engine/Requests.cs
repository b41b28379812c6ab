using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>A workflow as the loader found it in a project folder.</summary>
public sealed record PushedWorkflow(string Name, string Timezone, JsonObject Config);

public sealed record PushRequest(
    string Project, string Revision, string Folder, string ArchiveMd5, ImmutableArray<PushedWorkflow> Workflows)
{
    public JsonObject DefaultParams { get; init; } = [];
}

public sealed record StartRequest(long WorkflowId, DateTimeOffset SessionTime)
{
    public JsonObject Params { get; init; } = [];

    public string? RetryAttemptName { get; init; }

    public ResumeRequest? Resume { get; init; }
}

/// <summary>
/// What a retry takes over from an earlier attempt. <see cref="From"/> null: every task that succeeded;
/// otherwise everything upstream of the task that the pattern names.
/// </summary>
public sealed record ResumeRequest(long AttemptId, string? From);

/// <summary><paramref name="Conflict"/>: the session time was used before; <paramref name="Attempt"/> is the existing one.</summary>
public sealed record StartResult(Attempt Attempt, bool Conflict);

public enum EngineFault
{
    NotFound,
    Conflict,
    Invalid,
}

/// <summary>A request that cannot be served; the emulator maps <see cref="Fault"/> to 404, 409 or 400.</summary>
public sealed class EngineException(EngineFault fault, string message) : Exception(message)
{
    public EngineFault Fault { get; } = fault;
}
