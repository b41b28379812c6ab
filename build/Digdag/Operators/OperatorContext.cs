using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

/// <summary>What an operator is given for one run.</summary>
internal sealed class OperatorContext(
    AttemptRun run, long taskId, string taskName, JsonObject state, JsonObject config, JsonObject local, TaskLog log)
{
    public string TaskName => taskName;

    public long TaskId => taskId;

    /// <summary>What the last run left with <see cref="RunAgain"/>.</summary>
    public JsonObject State => state;

    /// <summary>All parameters, evaluated, with <c>_type</c> and <c>_command</c>.</summary>
    public JsonObject Config => config;

    /// <summary>The task's own keys, evaluated.</summary>
    public JsonObject Local => local;

    public ParamReader Params { get; } = new(config);

    public TaskLog Log => log;

    public Attempt Attempt => run.Context.Attempt;

    public TimeZoneInfo Zone => run.Context.Zone;

    public EngineOptions Options => run.Context.Options;

    public WorkflowEngine Engine => run.Context.Engine;

    public Workspace Workspace { get; } = new(run.Context.Revision.Folder, config);

    public Secrets Secrets { get; } = new(run.Context.Options.Secrets, run.Context.Attempt.ProjectId);

    /// <summary>digdag's wait of whole seconds, shortened when the host is in a hurry.</summary>
    public TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds / Options.Hurry);

    /// <summary>The same for the same task each time it is asked, and different from all others.</summary>
    public string Uuid(string purpose) =>
        StableId.Text($"{Options.Seed} {Attempt.SessionUuid} {Attempt.Id} {taskId} {purpose}");
}
