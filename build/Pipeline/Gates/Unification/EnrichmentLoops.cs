using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class EnrichmentLoops : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-04", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "enrich_runner.dig includes its settings, loops over the tables and takes each table's engine.");

    private const string Runner = "enrich_runner.dig";

    private static readonly string[] _includes = ["config/environment.yml", "config/src_prep_params.yml", "config/stage_enrich.yml"];

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        foreach (var runner in scope.Project.Workflows.Where(w => w.Path == Runner))
        {
            foreach (var include in _includes.Except(runner.Includes, StringComparer.Ordinal))
            {
                yield return runner.Problem($"_export does not include {include}.");
            }

            if (!runner.Uses("td_for_each>"))
            {
                yield return runner.Problem("It does not loop over the tables (td_for_each>).");
            }

            if (!runner.Operands("if>").Any(i => i.Text.Contains("engine", StringComparison.Ordinal)))
            {
                yield return runner.Problem("It does not ask for a table's engine (if>).");
            }
        }
    }
}
