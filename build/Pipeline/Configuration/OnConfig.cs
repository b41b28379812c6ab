using System.ComponentModel;

namespace Cdp.Pipeline.Configuration;

/// <summary>An answer per question, for runs without a person (DESIGN, "No person there").</summary>
public sealed record OnConfig
{
    [Description("Checks with warnings.")]
    public ContinueOrStop ValidationWarning { get; init; } = ContinueOrStop.Continue;

    [Description("Failed checks.")]
    public ContinueOrStop ValidationFailure { get; init; } = ContinueOrStop.Stop;

    [Description("A generated file that was edited by hand.")]
    public OverwriteOrStop EditedFile { get; init; } = OverwriteOrStop.Stop;

    [Description("A database that does not exist.")]
    public CreateOrStop MissingDatabase { get; init; } = CreateOrStop.Create;

    [Description("A deployment that failed three times.")]
    public SkipOrStop DeployFailure { get; init; } = SkipOrStop.Stop;

    [Description("A workflow that ended in an error: stop, resume what failed once, or skip the phase.")]
    public WorkflowErrorAnswer WorkflowError { get; init; } = WorkflowErrorAnswer.Stop;

    [Description("A workflow that somebody killed.")]
    public RestartOrStop Killed { get; init; } = RestartOrStop.Stop;

    [Description("A workflow that runs longer than monitor.timeout.")]
    public WaitOrStop Timeout { get; init; } = WaitOrStop.Stop;
}

public enum ContinueOrStop
{
    Continue,
    Stop,
}

public enum OverwriteOrStop
{
    Overwrite,
    Stop,
}

public enum CreateOrStop
{
    Create,
    Stop,
}

public enum SkipOrStop
{
    Skip,
    Stop,
}

public enum WorkflowErrorAnswer
{
    Stop,
    Retry,
    Skip,
}

public enum RestartOrStop
{
    Restart,
    Stop,
}

public enum WaitOrStop
{
    Wait,
    Stop,
}
