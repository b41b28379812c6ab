using Cdp.Emulator.Launching;
using Cdp.Pipeline;

namespace Cdp.Build.Hosting;

/// <summary>What ended the run: Cake knows only zero and one, we promise more (DESIGN, "Exit codes").</summary>
internal sealed class Outcome
{
    private Exception? _failure;
    private ExitCode _answer = Pipeline.ExitCode.Done;

    /// <summary>For a target that answers by its exit code without failing: Check, Rehearse, Test.</summary>
    public void Answer(ExitCode code) => _answer = code;

    public void Failed(Exception failure) => _failure = failure is AggregateException { InnerException: { } inner } ? inner : failure;

    /// <summary>A failure that nobody foresaw; it is a bug of ours.</summary>
    public Exception? Bug => _failure is null or PipelineException or OperationCanceledException or EmulatorException or Cake.Core.CakeException
        ? null
        : _failure;

    /// <summary>What else went wrong while a run was stopped; null when it just stopped.</summary>
    public string? WhileStopping => _failure is null or OperationCanceledException ? null : _failure.Message;

    public int ExitCode(int fromCake) => _failure switch
    {
        null => fromCake == 0 ? (int)_answer : (int)Pipeline.ExitCode.StepFailed,
        PipelineException expected => (int)expected.ExitCode,
        EmulatorInputException => (int)Pipeline.ExitCode.WrongInput,
        OperationCanceledException => (int)Pipeline.ExitCode.Cancelled,
        _ => (int)Pipeline.ExitCode.StepFailed,
    };
}
