using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.TdLike;

namespace Cdp.EndToEnd.Failures;

/// <summary>The table of spec/td_cli.md §8, case by case, and some of its cases twice: with a person and with a policy.</summary>
internal static class FailureCases
{
    private const string Workflow = "shop_ingest_inc.dig";

    public static FailureCase[] All { get; } =
    [
        .. Installation,
        .. Keys,
        .. Network,
        .. Files,
        .. Sessions,
        .. Runs,
    ];

    private static FailureCase[] Installation =>
    [
        Stops(1, "td is not configured", "wf push", "wf_wrapper__not_configured_EXIT_0", ExitCode.WrongInput, "Check TD_API_KEY and the region"),
        Stops(2, "its workflow module is missing", "wf push", "wf_wrapper__module_not_installed_stdin_closed", ExitCode.WrongInput, "Run 'td workflow:update'"),
        Stops(3, "its Java is missing", "wf push", "wf_wrapper__java_missing", ExitCode.WrongInput, "Install Java 8 to 21"),
        new(4, "killed in the middle of its answer to a start")
        {
            Rules = [new("wf start", "killed_in_mid_answer", 1, null, "--dry-run")],
            Asked = (1, 2),
            Waits = [2],
        },
        new(4, "its Java killed, and exit code 0")
        {
            Rules = [Says("wf push", "wf_wrapper__jvm_killed_by_signal_EXIT_0")],
            Asked = (2, 1),
            Waits = [2],
        },
        new(9, "td does not find its td.conf")
        {
            Rules = [Says("wf push", "wf_push__network_default_endpoint_no_td_conf")],
            Asked = (2, 1),
            Waits = [2],
        },
    ];

    private static FailureCase[] Keys =>
    [
        new(5, "a key that is refused at a push; nobody is there")
        {
            Rules = [Says("wf push", "wf_push__401_bad_apikey")],
            Exit = ExitCode.NotAuthorised,
            Shown = ["✗ Deployment failed: Authentication error", "→ Abort pipeline (on.authentication; nobody is asked)", "Error: Treasure Data does not accept the API key"],
            Asked = (1, 0),
            Made = (0, 0, 0),
        },
        new(5, "a key that is refused at a push; a person tries again, and gives the same key anew")
        {
            Rules = [Says("wf push", "wf_push__401_bad_apikey", times: 2)],
            Typed = ["yes", "yes", "yes", "yes", "1", "2", "{key}"],
            Shown = ["✗ Deployment failed: Authentication error", "1. Retry with same credentials", "2. Update API key", "3. Abort pipeline", "Deployed successfully"],
            Asked = (3, 1),
        },
        new(6, "a wrong key, in the words of td's other half; nobody is there")
        {
            Key = "1/0000000000000000000000000000000000000000",
            Rules = [Started("db:list")],
            Exit = ExitCode.NotAuthorised,
            Shown = ["✗ Deployment failed: Authentication error", "Error: Treasure Data does not accept the API key"],
            Asked = (0, 0),
            Made = (0, 0, 0),
        },
        new(6, "a wrong key, and a person types the right one")
        {
            Key = "1/0000000000000000000000000000000000000000",
            Rules = [Started("db:list")],
            Typed = ["2", "{key}", "yes", "yes", "yes", "yes"],
            Shown = ["✗ Deployment failed: Authentication error", "Database '", "Deployed successfully"],
        },
        new(7, "a key that may not push; nobody is there")
        {
            Rules = [Says("wf push", "wf_push__403_forbidden")],
            Exit = ExitCode.NotAuthorised,
            Shown = ["Ask the account's administrator for the permission"],
            Asked = (1, 0),
            Made = (0, 0, 0),
        },
    ];

    private static FailureCase[] Network =>
    [
        Stops(8, "a host that nobody knows", "wf push", "wf_push__network_dns_failure", ExitCode.WrongInput, "Check region: and endpoint:"),
        new(10, "a certificate that is refused, and a network that is down")
        {
            Rules = [Says("wf push", "wf_push__network_tls_failure"), Says("wf push", "wf_push__network_refused")],
            Asked = (3, 1),
            Waits = [2, 8],
        },
        new(11, "a server that is out of order for long; nobody is there")
        {
            Rules = [Says("wf push", "wf_push__503_unavailable", times: 99)],
            Exit = ExitCode.StepFailed,
            Shown = ["attempt 1 of 3", "attempt 2 of 3", "✗ [2/6] Deploy workflows - Failed after 3 attempts", "could not be deployed in 3 attempts"],
            Asked = (9, 0),
            Made = (0, 0, 0),
            Waits = [2, 8, 10, 2, 8, 30, 2, 8],
        },
        new(11, "an answer to a start that a server lost after it had acted")
        {
            Rules = [new("wf start", "acts_and_loses", 1, null, "--dry-run")],
            Asked = (1, 2),
            Waits = [2],
        },
        new(12, "a server that asks for fewer requests")
        {
            Rules = [Says("wf push", "wf_push__429_throttled", times: 4)],
            Asked = (5, 1),
            Shown = ["attempt 1 of 3"],
            Waits = [2, 8, 10, 2],
        },
        new(13, "a start that acts and hangs is killed, and asked for again")
        {
            Rules = [new("wf start", "acts_and_hangs", 1, "mark", "--dry-run")],
            Asked = (1, 2),
            Waits = [2],
        },
    ];

    private static FailureCase[] Files =>
    [
        new(14, "a slip in a file that somebody edited; a person has it repaired")
        {
            Before = (Step.Deploy, Edited("+load_slip:\n  echo> hello\n  _retry: 1\n")),
            Typed = ["yes", "yes", "yes", "yes", "1"],
            Shown = ["⚠ Syntax error detected", $"Error: ingestion/{Workflow}:", "-  echo> hello", "+  echo>: hello", "is repaired", "Deployed successfully"],
        },
        new(14, "a slip in a file that somebody edited, where the policy is to stop")
        {
            Before = (Step.Deploy, Edited("+load_slip:\n  echo> hello\n  _retry: 1\n")),
            On = new() { SyntaxError = RepairOrStop.Stop },
            Exit = ExitCode.StepFailed,
            Shown = ["-  echo> hello", "Correct it and run the same command again"],
            Asked = (0, 0),
            Made = (0, 0, 0),
        },
        new(14, "a file that td does not load and we do")
        {
            Rules = [Says("wf push", "wf_push__syntax_missing_colon_multi_key")],
            Exit = ExitCode.StepFailed,
            Shown = ["mapping values are not allowed here"],
            Asked = (1, 0),
            Made = (0, 0, 0),
        },
        new(15, "a file that was deleted is generated again")
        {
            Before = (Step.Deploy, run => run.DeleteAsync("config/database.yml")),
            Shown = ["config/database.yml was missing; it is generated again"],
        },
        new(16, "a workflow that the server cannot compile")
        {
            Rules = [Says("wf push", "wf_push__400_invalid_keys")],
            Exit = ExitCode.StepFailed,
            Shown = ["contains invalid keys", "Look at ingestion/shopify_ingest_inc.dig, task +shopify_ingest_inc+load"],
            Asked = (1, 0),
            Made = (0, 0, 0),
        },
        new(17, "a missing colon that only a compiler sees; the policy repairs it")
        {
            Before = (Step.Deploy, Edited("+load_slip:\n  echo> hello\n")),
            Shown = ["+  echo>: hello", "→ Repair", "Deployed successfully"],
        },
        Stops(18, "a push that deployed nothing", "wf push", "wf_push__success_no_workflows", ExitCode.StepFailed, "no workflow"),
        Stops(19, "an archive that is too large", "wf push", "wf_push__400_archive_too_large", ExitCode.StepFailed, ".digdagignore"),
        new(20, "the answer to a push is lost, and the revision exists")
        {
            Rules = [new("wf push", "acts_and_loses")],
            Asked = (2, 1),
            Waits = [2],
        },
    ];

    private static FailureCase[] Sessions =>
    [
        new(21, "a project that is gone when it is to be started is deployed once more")
        {
            Rules = [Says("wf start", "wf_start__project_not_found")],
            Shown = ["It is deployed once more."],
            Asked = (2, 1),
        },
        new(22, "a session of that time that is there already is taken over")
        {
            Before = (Step.Execute, run => run.StartElsewhereAsync()),
            Shown = ["of 2026-01-02 03:04:05 UTC already: it is followed, and nothing is started twice", "Status: SUCCESS"],
            Asked = (1, 2), // one of them was somebody else's
            Last = Step.Monitor,
        },
        new(23, "an account with too many attempts is waited for")
        {
            Rules = [Says("wf start", "wf_start__400_attempt_limit", times: 2, unless: "--dry-run")],
            Shown = ["Too many attempts running", "The next try is in 1 min", "The next try is in 2 min"],
            Asked = (1, 3),
            Waits = [60, 120],
        },
        new(23, "a workflow that cannot be started; a person has the deployment checked, and tries again")
        {
            Rules = [Says("wf start", "wf_start__bad_session_time", times: 2, unless: "--dry-run")],
            Typed = ["yes", "yes", "yes", "yes", "2", "1"],
            Shown = ["✗ Failed to start workflow", "Possible causes:", "1. Retry - Try starting again", "2. Check Deployment", "is there; its latest revision is"],
            Asked = (1, 3),
        },
    ];

    private static FailureCase[] Runs =>
    [
        new(24, "a workflow that failed is resumed by a person who has put its cause right")
        {
            Before = (Step.Deploy, Edited("+look:\n  td>:\n  query: SELECT COUNT(*) FROM {client}_src.made_later\n  database: {client}_src\n")),
            Typed = ["yes", "yes", "yes", "yes", "3", "1"],
            Meanwhile = ("✗ [4/6] Monitor execution - Failed", run => run.Box.QueryAsync($"{run.Client}_src", "CREATE TABLE made_later AS SELECT 1 AS n")),
            Shown =
            [
                "✗ [4/6] Monitor execution - Failed", "+look", "a table does not exist", "1. Retry - Run what failed again", "3. View Full Logs",
                "Status: SUCCESS",
            ],
            Made = (1, 1, 2),
            Last = Step.Monitor,
        },
        new(24, "a workflow that failed; nobody is there")
        {
            Before = (Step.Deploy, Edited("+stop:\n  fail>: the well is dry\n")),
            Exit = ExitCode.StepFailed,
            Shown = ["✗ [4/6] Monitor execution - Failed", "the well is dry", "→ Abort", "The whole log is in"],
            Last = Step.Monitor,
        },
        new(25, "a query whose job fails, and exit code 0")
        {
            Rules = [Started("job:show")],
            Before = (Step.Validate, run => run.Box.QueryAsync($"{run.Client}_src", "DROP TABLE ingestion_log")),
            Exit = ExitCode.ValidationFailed,
            Shown = ["✗ [5/6] Validate output - Failed", "It could not be checked: Query", "ingestion_log' does not exist", "2 checks of ingestion failed"],
            Last = Step.Validate,
        },
        new(25, "a query that only says that its job failed, and exit code 0")
        {
            Rules = [Says("query", "query__wait_job_failed_EXIT_0")],
            Exit = ExitCode.StepFailed,
            Shown = ["ended in an error"],
            Asked = (1, 0),
            Made = (1, 0, 0),
        },
        new(25, "the answers to a query are lost: its job is found by its key")
        {
            Rules = [new("query", "acts_and_loses", 2)],
            Waits = [2, 8],
        },
    ];

    private static FailureCase Stops(int number, string what, string command, string transcript, ExitCode exit, string remedy) => new(number, what)
    {
        Rules = [Says(command, transcript, times: 99)],
        Exit = exit,
        Shown = ["✗ [2/6] Deploy workflows - Failed after 1 attempt", remedy, "could not be deployed in 1 attempt", remedy],
        Asked = (1, 0),
        Made = (0, 0, 0),
    };

    private static Rule Says(string command, string transcript, int times = 1, string? unless = null) => new(command, "transcript", times, transcript, unless);

    /// <summary>The server fails by itself; td is a started program nevertheless.</summary>
    private static Rule Started(string command) => new(command, "nothing", Times: 0);

    private static Func<FailingRun, Task> Edited(string lines) => run =>
    {
        run.Edit(Workflow, text => text + "\n" + lines.Replace("{client}", run.Client, StringComparison.Ordinal));
        return Task.CompletedTask;
    };
}
