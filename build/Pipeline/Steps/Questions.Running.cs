using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Steps;

/// <summary>The menus of what runs: start, monitor, validate.</summary>
public sealed partial class Questions
{
    /// <param name="tries">Questions of this kind so far: unattended, one more try is enough.</param>
    internal Question StartFailed(string workflow, string error, int tries) => new(
        "start_failure",
        $"""
        ✗ Failed to start workflow

        Workflow: {workflow}
        Error: {error}

        Possible causes:
        - Workflow not found (deployment issue)
        - Invalid parameters
        - Authentication failure
        """,
        [new(Answer.Retry, "Retry - Try starting again"), new(Answer.Deploy, "Check Deployment - Verify workflow was deployed"), _abort],
        on.StartFailure switch
        {
            StartFailureAnswer.Retry when tries == 0 => Answer.Retry,
            StartFailureAnswer.Deploy when tries == 0 => Answer.Deploy,
            _ => Answer.Abort,
        });

    /// <param name="retries">Attempts asked for so far: unattended, one is enough.</param>
    internal Question WorkflowFailed(string details, int retries) => new(
        "workflow_error",
        details,
        [
            new(Answer.Retry, "Retry - Run what failed again"),
            new(Answer.Fix, "Fix - Help me fix the issue"),
            new(Answer.Logs, "View Full Logs - See complete execution logs"),
            new(Answer.Skip, "Skip - Skip this phase (NOT RECOMMENDED)"),
            new(Answer.Abort, "Abort - Stop entire pipeline"),
        ],
        on.WorkflowError switch
        {
            WorkflowErrorAnswer.Retry when retries == 0 => Answer.Retry,
            WorkflowErrorAnswer.Skip => Answer.Skip,
            _ => Answer.Abort,
        });

    internal Question ReallySkip() => new(
        "workflow_error",
        """
        ⚠ WARNING: Skipping phase will likely cause subsequent phases to fail

        Are you sure? (yes/no)
        """,
        [new(Answer.Skip, "yes"), new(Answer.Abort, "no")],
        Answer.Skip);

    internal Question Killed(string details, int retries) => new(
        "killed",
        $"{details}\n\nWorkflow was manually killed or timed out.",
        [new(Answer.Retry, "Restart - Start workflow from beginning"), _abort],
        on.Killed is RestartOrStop.Restart && retries == 0 ? Answer.Retry : Answer.Abort);

    internal Question TimedOut(string details, TimeSpan limit) => new(
        "timeout",
        $"{details}\n\nWorkflow has been running for over {Texts.Span(limit)}.",
        [
            new(Answer.Wait, "Continue Waiting - Keep monitoring"),
            new(Answer.Logs, "Check Manually - I'll show you session ID for manual check"),
            new(Answer.Kill, "Kill - Stop the workflow on the platform, then the pipeline"),
            _abort,
        ],
        on.Timeout switch
        {
            TimeoutAnswer.Wait => Answer.Wait,
            TimeoutAnswer.Kill => Answer.Kill,
            _ => Answer.Abort,
        });

    internal Question MonitorLost(string workflow, string error, int looks) => new(
        "monitor_lost",
        $"""
        ⚠ [4/6] Monitor execution - No answer
          Workflow: {workflow}
          Error: {error}

        The platform did not tell {looks} times in a row how the workflow stands. The workflow itself goes on.
        """,
        [new(Answer.Wait, "Continue Waiting - Keep monitoring"), _abort],
        on.MonitorLost is WaitOrStop.Wait ? Answer.Wait : Answer.Abort);

    internal Question Warnings(string details) => new(
        "validation_warning",
        $"{details}\n\nThese warnings are non-critical but should be investigated.\n\nProceed to next phase? (yes/no)",
        [new(Answer.Proceed, "yes"), new(Answer.Abort, "no")],
        on.ValidationWarning is ContinueOrStop.Continue ? Answer.Proceed : Answer.Abort);

    internal Question GatesFailed(string details) => new(
        "validation_failure",
        $"✗ [2/6] Deploy workflows - Not ready to run\n\n{details}",
        [new(Answer.Proceed, "Proceed - Run it nevertheless (NOT RECOMMENDED)"), _abort],
        on.ValidationFailure is ContinueOrStop.Continue ? Answer.Proceed : Answer.Abort);

    internal Question ValidationFailed(string details) => new(
        "validation_failure",
        $"{details}\n\nThis indicates the workflow executed but did not create expected data.",
        [
            new(Answer.Retry, "Retry Phase - Re-run workflow"),
            new(Answer.Logs, "Investigate - Check workflow logs"),
            new(Answer.Proceed, "Skip - Skip validation (NOT RECOMMENDED)"),
            _abort,
        ],
        on.ValidationFailure is ContinueOrStop.Continue ? Answer.Proceed : Answer.Abort);
}
