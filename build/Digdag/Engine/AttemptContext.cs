namespace Cdp.Digdag.Engine;

/// <summary>What all tasks of one attempt share.</summary>
internal sealed class AttemptContext
{
    public required WorkflowEngine Engine { get; init; }

    public required Attempt Attempt { get; init; }

    public required Revision Revision { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required TaskRunner Runner { get; init; }

    public EngineOptions Options => Engine.Options;

    public WorkflowStore Store => Engine.Store;

    public TaskLog Log(TaskNode task) => new(Engine.Logs, this, task.Id, task.FullName, task.Now.RetryCount);

    public void Finish(AttemptRun run, bool success) => Engine.Finish(run, success, lost: null);

    /// <summary>The journal cannot be written: what happened since is not on disk, so the attempt counts as lost.</summary>
    public void Broken(AttemptRun run, string reason) =>
        Engine.Finish(run, success: false, $"The attempt was stopped because its journal could not be written: {reason}");
}
