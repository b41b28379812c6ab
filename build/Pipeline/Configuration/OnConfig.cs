using System.ComponentModel;

namespace Cdp.Pipeline.Configuration;

/// <summary>An answer per question, for runs without a person (DESIGN, "No person there"). The table of all of them: docs/policies.md.</summary>
public sealed record OnConfig
{
    [Description("Files that the phase promises and the templates do not give: stop, or generate once more.")]
    public RetryOrStop MissingFiles { get; init; } = RetryOrStop.Stop;

    [Description("A generated file that was edited by hand.")]
    public OverwriteOrStop EditedFile { get; init; } = OverwriteOrStop.Stop;

    [Description("Rules that staging.profile found in the data: write them into the configuration for review, or only show them.")]
    public WriteOrShow ProfileProposals { get; init; } = WriteOrShow.Write;

    [Description("A slip in a workflow file that a person wrote: a missing colon or space, a tab, one key's indentation. The original is kept.")]
    public RepairOrStop SyntaxError { get; init; } = RepairOrStop.Repair;

    [Description("A database that does not exist.")]
    public CreateOrStop MissingDatabase { get; init; } = CreateOrStop.Create;

    [Description("A project or a database that this pipeline did not create (as --adopt).")]
    public AdoptOrStop Foreign { get; init; } = AdoptOrStop.Stop;

    [Description("Secrets that a project needs and does not have: set what the environment has and stop when some are left, go on without, or stop.")]
    public MissingSecretAnswer MissingSecret { get; init; } = MissingSecretAnswer.Set;

    [Description("An API key that is not accepted: stop, or try again once.")]
    public RetryOrStop Authentication { get; init; } = RetryOrStop.Stop;

    [Description("A deployment that failed three times.")]
    public SkipOrStop DeployFailure { get; init; } = SkipOrStop.Stop;

    [Description("A workflow that could not be started: stop, try once more, or deploy once more.")]
    public StartFailureAnswer StartFailure { get; init; } = StartFailureAnswer.Stop;

    [Description("A workflow that ended in an error: stop, resume what failed once, or skip the phase.")]
    public WorkflowErrorAnswer WorkflowError { get; init; } = WorkflowErrorAnswer.Stop;

    [Description("A workflow that somebody killed.")]
    public RestartOrStop Killed { get; init; } = RestartOrStop.Stop;

    [Description("A workflow that runs longer than monitor.timeout: stop watching, wait on, or kill it.")]
    public TimeoutAnswer Timeout { get; init; } = TimeoutAnswer.Stop;

    [Description("A platform that does not tell how a workflow stands, ten times in a row; the workflow goes on.")]
    public WaitOrStop MonitorLost { get; init; } = WaitOrStop.Stop;

    [Description("What Ctrl-C does to workflows that run (as --on-cancel).")]
    public CancelAnswer Cancel { get; init; } = CancelAnswer.Detach;

    [Description("Checks with warnings.")]
    public ContinueOrStop ValidationWarning { get; init; } = ContinueOrStop.Continue;

    [Description("Failed checks.")]
    public ContinueOrStop ValidationFailure { get; init; } = ContinueOrStop.Stop;
}
