using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class WatermarksComeFirst : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-02", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "The first task makes the table of watermarks.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from workflow in scope.Workflows
        let first = workflow.Root.Entries.FirstOrDefault(e => e.Key is YamlScalar key && key.Text.StartsWith('+'))
        where first?.Value is not YamlMapping task
            || task["td>"] is not YamlScalar file || !file.Text.EndsWith("create_inc_log.sql", StringComparison.Ordinal)
        select workflow.Problem("The first task does not run queries/create_inc_log.sql.", first?.Key);
}
