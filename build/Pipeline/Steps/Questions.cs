using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Steps;

/// <summary>The seed's menus. The texts are a person's; the last argument is what <c>on:</c> answers where nobody is.</summary>
internal sealed class Questions(OnConfig on)
{
    private static readonly Choice _abort = new(Answer.Abort, "Abort - Stop pipeline");

    public Question MissingFiles(IEnumerable<string> expected, IEnumerable<string> found) => new(
        "missing_files",
        $"""
        ⚠ Expected files not found.

        Expected: {string.Join(", ", expected)}
        Found: {string.Join(", ", found)}
        """,
        [new(Answer.Retry, "Retry - Generate again"), new(Answer.Abort, "Abort - Stop pipeline for investigation")],
        Answer.Abort);

    public Question EditedFiles(Phase phase, IReadOnlyList<string> files) => new(
        "edited_file",
        $"""
        ⚠ Generated files were edited by hand:
        {string.Join('\n', files.Select(f => $"  {phase.Folder()}/{f}"))}
        """,
        [new(Answer.Overwrite, "Overwrite - A copy is kept under backup/"), _abort],
        on.EditedFile is OverwriteOrStop.Overwrite ? Answer.Overwrite : Answer.Abort);

    public Question MissingDatabase(string database) => new(
        "missing_database",
        $"""
        Database '{database}' does not exist.

        Would you like me to create it?
        """,
        [new(Answer.Create, "yes"), new(Answer.Abort, "no")],
        on.MissingDatabase is CreateOrStop.Create ? Answer.Create : Answer.Abort);

    public Question DeployFailed(string error) => new(
        "deploy_failure",
        $"""
        ✗ [2/6] Deploy workflows - Failed after {DeployStep.Attempts} attempts

        Last error: {error}
        """,
        [
            new(Answer.Retry, "Continue trying (manual retry)"),
            new(Answer.Skip, "Skip this phase (NOT RECOMMENDED - will cause failures)"),
            new(Answer.Abort, "Abort pipeline"),
        ],
        on.DeployFailure is SkipOrStop.Skip ? Answer.Skip : Answer.Abort);

    public Question StartFailed(string workflow, string error) => new(
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
        [new(Answer.Retry, "Retry - Try starting again"), new(Answer.Deploy, "Check Deployment - Deploy the workflow again"), _abort],
        Answer.Abort);

    /// <param name="retries">Attempts asked for so far: unattended, one is enough.</param>
    public Question WorkflowFailed(string details, int retries) => new(
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

    public Question ReallySkip() => new(
        "workflow_error",
        """
        ⚠ WARNING: Skipping phase will likely cause subsequent phases to fail

        Are you sure?
        """,
        [new(Answer.Skip, "yes"), new(Answer.Abort, "no")],
        Answer.Skip);

    public Question Killed(string details) => new(
        "killed",
        $"{details}\n\nWorkflow was manually killed or timed out.",
        [new(Answer.Retry, "Restart - Start workflow from beginning"), _abort],
        on.Killed is RestartOrStop.Restart ? Answer.Retry : Answer.Abort);

    public Question TimedOut(string details, TimeSpan limit) => new(
        "timeout",
        $"{details}\n\nWorkflow has been running for over {Texts.Span(limit)}.",
        [
            new(Answer.Wait, "Continue Waiting - Keep monitoring"),
            new(Answer.Fix, "Check Manually - I'll show you session ID for manual check"),
            _abort,
        ],
        on.Timeout is WaitOrStop.Wait ? Answer.Wait : Answer.Abort);

    public Question Warnings(string details) => new(
        "validation_warning",
        $"{details}\n\nThese warnings are non-critical but should be investigated.\n\nProceed to next phase?",
        [new(Answer.Proceed, "yes"), new(Answer.Abort, "no")],
        on.ValidationWarning is ContinueOrStop.Continue ? Answer.Proceed : Answer.Abort);

    public Question GatesFailed(string details) => new(
        "validation_failure",
        $"✗ [2/6] Deploy workflows - Not ready to run\n\n{details}",
        [new(Answer.Proceed, "Proceed - Run it nevertheless (NOT RECOMMENDED)"), _abort],
        on.ValidationFailure is ContinueOrStop.Continue ? Answer.Proceed : Answer.Abort);

    public Question ValidationFailed(string details) => new(
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

internal static class Answer
{
    public const string Retry = "retry";
    public const string Abort = "abort";
    public const string Skip = "skip";
    public const string Overwrite = "overwrite";
    public const string Create = "create";
    public const string Deploy = "deploy";
    public const string Fix = "fix";
    public const string Logs = "logs";
    public const string Wait = "wait";
    public const string Proceed = "proceed";
}
