namespace Cdp.Pipeline;

/// <summary>A failure we foresaw. Its message is all the user needs; no stack trace is shown, and no API key that a platform printed.</summary>
public class PipelineException(string message, ExitCode exitCode = ExitCode.StepFailed, Exception? innerException = null)
    : Exception(KnownSecrets.WithoutKeys(message), innerException)
{
    public ExitCode ExitCode { get; } = exitCode;
}

/// <summary>What the process returns (DESIGN, "Exit codes").</summary>
public enum ExitCode
{
    Done = 0,
    StepFailed = 1,
    WrongInput = 2,
    ValidationFailed = 3,
    NotAuthorised = 4,
    TimedOut = 5,
    WorkspaceHeld = 6,
    Cancelled = 130,
}
