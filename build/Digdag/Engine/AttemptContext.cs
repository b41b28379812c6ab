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

    public void Finish(AttemptRun run, bool success, string? lost) => Engine.Finish(run, success, lost);
}
