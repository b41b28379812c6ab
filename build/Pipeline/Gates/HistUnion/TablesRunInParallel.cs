using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class TablesRunInParallel : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-03", Phase.HistUnion, GateKind.Offline, CheckSeverity.Warning,
        "Tables are combined several at a time, and never all at once.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        foreach (var workflow in scope.Workflows)
        {
            var parallel = workflow.Entries.Where(e => e.Key == "_parallel").ToArray();
            if (parallel.Length == 0)
            {
                yield return workflow.Problem("No group has _parallel: the tables wait for one another.");
            }

            foreach (var (_, value, at) in parallel.Where(p => p.Value is not YamlMapping map || map["limit"] is null))
            {
                yield return workflow.Problem("_parallel has no limit: an account runs 30 tasks at a time, of all its workflows.", at);
            }
        }
    }
}
