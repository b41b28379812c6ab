namespace Cdp.Pipeline.Ports;

/// <summary>The platform did not do what it was asked, for a reason that we know.</summary>
public class PlatformException : PipelineException
{
    public PlatformException(Fault fault, string message, FaultDetails? details = null, Exception? innerException = null)
        : base(message, ExitOf(fault), innerException)
    {
        Fault = fault;
        Details = details ?? FaultDetails.None;
    }

    public Fault Fault { get; }

    public FaultDetails Details { get; }

    public FaultAction Action => FaultActions.Of(Fault);

    private static ExitCode ExitOf(Fault fault) => fault switch
    {
        Fault.Unauthorized or Fault.Forbidden => ExitCode.NotAuthorised,
        Fault.NoAnswer => ExitCode.TimedOut,
        Fault.NotConfigured or Fault.ModuleMissing or Fault.JavaMissing or Fault.WrongHost => ExitCode.WrongInput,
        _ => ExitCode.StepFailed,
    };
}

/// <summary>What the platform said beside the fault, as far as it said it.</summary>
/// <param name="Said">Its own words, without secrets; empty when it said nothing.</param>
public sealed record FaultDetails(string Said)
{
    public static readonly FaultDetails None = new(string.Empty);

    /// <summary>HTTP status, over REST.</summary>
    public int? Status { get; init; }

    /// <summary>The workflow file, within the project.</summary>
    public string? File { get; init; }

    /// <summary>Line of the file, from 1, as the platform's parser counts: often the one after the slip.</summary>
    public int? Line { get; init; }

    /// <summary>Full name of the task, as <c>+wf+task</c>, or its own name.</summary>
    public string? Task { get; init; }

    public string? SessionId { get; init; }

    public string? AttemptId { get; init; }

    public string? JobId { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
