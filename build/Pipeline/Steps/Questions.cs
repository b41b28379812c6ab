using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Steps.Repair;

namespace Cdp.Pipeline.Steps;

/// <summary>The seed's menus. The texts are a person's; the last argument is what <c>on:</c> answers where nobody is.</summary>
/// <remarks>All of them with their policies: docs/policies.md.</remarks>
public sealed partial class Questions(OnConfig on)
{
    private static readonly Choice _abort = new(Answer.Abort, "Abort - Stop pipeline");

    /// <param name="tries">Generations so far: unattended, a second is enough.</param>
    internal Question MissingFiles(IEnumerable<string> expected, IEnumerable<string> found, int tries) => new(
        "missing_files",
        $"""
        ⚠ Expected files not found.

        Expected: {string.Join(", ", expected)}
        Found: {string.Join(", ", found)}
        """,
        [new(Answer.Retry, "Retry - Generate again"), new(Answer.Abort, "Abort - Stop pipeline for investigation")],
        on.MissingFiles is RetryOrStop.Retry && tries == 1 ? Answer.Retry : Answer.Abort);

    internal Question EditedFiles(Phase phase, IReadOnlyList<string> files) => new(
        "edited_file",
        $"""
        ⚠ Generated files were edited by hand:
        {string.Join('\n', files.Select(f => $"  {phase.Folder()}/{f}"))}
        """,
        [new(Answer.Overwrite, "Overwrite - A copy is kept under backup/"), _abort],
        on.EditedFile is OverwriteOrStop.Overwrite ? Answer.Overwrite : Answer.Abort);

    internal Question ProfileProposals(string file, string diff) => new(
        "profile_proposals",
        $"""
        The data suggest other rules for columns of staging:

        --- {file}
        +++ {file} (proposed)
        {diff}
        """,
        [new(Answer.Write, "Write - Into the configuration, for review"), new(Answer.Proceed, "Go on without; the file stays as it is")],
        on.ProfileProposals is WriteOrShow.Write ? Answer.Write : Answer.Proceed);

    /// <param name="folder">In front of the file's path, as the person knows it.</param>
    public Question SyntaxError(string folder, IEnumerable<FileProblem> problems, RepairedFile file) => new(
        "syntax_error",
        $"""
        ⚠ Syntax error detected

        {string.Join('\n', problems.Where(p => p.Path == file.Path).Select(p => $"Error: {folder}/{p}"))}

        This would repair it:
        {file.Diff()}
        """,
        [new(Answer.Fix, "Repair - Change the file so; the original is kept as .bak"), _abort],
        on.SyntaxError is RepairOrStop.Repair ? Answer.Fix : Answer.Abort);

    internal Question MissingDatabase(string database) => new(
        "missing_database",
        $"""
        Database '{database}' does not exist.

        Would you like me to create it? (yes/no)
        """,
        [new(Answer.Create, "yes"), new(Answer.Abort, "no")],
        on.MissingDatabase is CreateOrStop.Create ? Answer.Create : Answer.Abort);

    /// <param name="adopted"><c>--adopt</c> has answered already.</param>
    internal Question Foreign(string what, bool adopted) => new(
        "foreign",
        $"""
        ⚠ {what} exists, and nothing tells that this pipeline made it.

        From now on this pipeline would write to it.
        """,
        [new(Answer.Adopt, "Adopt - It belongs to this pipeline"), _abort],
        adopted || on.Foreign is AdoptOrStop.Adopt ? Answer.Adopt : Answer.Abort);

    internal Question MissingSecrets(string details) => new(
        "missing_secret",
        details,
        [
            new(Answer.Wait, "yes - I have uploaded them: look again"),
            new(Answer.Set, "Type them in here"),
            new(Answer.Proceed, "Go on without (what needs them will fail)"),
            new(Answer.Abort, "no - Stop pipeline"),
        ],
        on.MissingSecret is MissingSecretAnswer.Continue ? Answer.Proceed : Answer.Abort);

    internal bool SetsSecrets => on.MissingSecret is MissingSecretAnswer.Set;

    internal CancelAnswer Cancel => on.Cancel;

    /// <param name="tries">Questions of this kind so far: unattended, one more try is enough.</param>
    internal Question Unauthorised(string title, string error, int tries) => new(
        "authentication",
        $"""
        ✗ {title}: Authentication error

        Error: {error}

        Your TD_API_KEY may be:
        - Incorrect
        - Expired
        - Lacking permissions

        Please verify your API key at:
        https://console.treasuredata.com/app/users
        """,
        [
            new(Answer.Retry, "Retry with same credentials"),
            new(Answer.Key, "Update API key"),
            new(Answer.Abort, "Abort pipeline"),
        ],
        on.Authentication is RetryOrStop.Retry && tries == 0 ? Answer.Retry : Answer.Abort);

    internal Question DeployFailed(string error, int attempts) => new(
        "deploy_failure",
        $"""
        ✗ [2/6] Deploy workflows - Failed after {attempts} {(attempts == 1 ? "attempt" : "attempts")}

        Last error: {error}
        """,
        [
            new(Answer.Retry, "Continue trying (manual retry)"),
            new(Answer.Skip, "Skip this phase (NOT RECOMMENDED - will cause failures)"),
            new(Answer.Abort, "Abort pipeline"),
        ],
        on.DeployFailure is SkipOrStop.Skip ? Answer.Skip : Answer.Abort);
}

public static class Answer
{
    public const string Retry = "retry";
    public const string Abort = "abort";
    public const string Adopt = "adopt";
    public const string Skip = "skip";
    public const string Overwrite = "overwrite";
    public const string Create = "create";
    public const string Deploy = "deploy";
    public const string Fix = "fix";
    public const string Key = "key";
    public const string Kill = "kill";
    public const string Logs = "logs";
    public const string Set = "set";
    public const string Wait = "wait";
    public const string Proceed = "proceed";
    public const string Write = "write";
}
