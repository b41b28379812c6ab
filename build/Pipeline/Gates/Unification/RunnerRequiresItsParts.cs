using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class RunnerRequiresItsParts : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-02", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "unif_runner.dig is in UTC in its first line, includes its settings, requires its three parts and has an _error.");

    private const string Runner = "unif_runner.dig";

    private static readonly string[] _includes = ["config/environment.yml", "config/src_prep_params.yml"];

    private static readonly string[] _parts = ["dynmic_prep_creation", "id_unification", "enrich_runner"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        scope.Project.Workflows.Where(w => w.Path == Runner).SelectMany(w => Look(scope, w));

    private static IEnumerable<FileProblem> Look(GateScope scope, WorkflowText runner)
    {
        if (!runner.Text.StartsWith("timezone: UTC\n", StringComparison.Ordinal))
        {
            yield return runner.Problem("The first line is not timezone: UTC.");
        }

        foreach (var include in _includes.Except(runner.Includes, StringComparer.Ordinal))
        {
            yield return runner.Problem($"_export does not include {include}.");
        }

        foreach (var part in _parts.Except(runner.Operands("require>").Select(r => r.Text), StringComparer.Ordinal))
        {
            yield return runner.Problem($"No task requires {part}: a part that succeeded would be run again in a retry.");
        }

        foreach (var (key, _, at) in runner.Entries.Where(e => e.Key is "call>" or "echo>"))
        {
            yield return runner.Problem($"{key} does not belong here: the runner only requires its parts.", at);
        }

        if (runner.Root["_error"] is null)
        {
            yield return runner.Problem("There is no _error: nobody hears of a failure.");
        }

        if (!runner.Text.Contains("schedule:", StringComparison.Ordinal) && !Schedules.Configured(scope))
        {
            yield return runner.Problem("There is no schedule: block, not even as a comment to be filled in.");
        }
    }
}
