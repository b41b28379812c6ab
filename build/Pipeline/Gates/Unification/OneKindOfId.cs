using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class OneKindOfId : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-07", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "unify.yml has persistent_ids or canonical_ids, not both.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        scope.Project.Yaml(UnifyFile.Path) is YamlMapping root && root["persistent_ids"] is null == root["canonical_ids"] is null
            ? [new(UnifyFile.Path, 1, 1, root["persistent_ids"] is null ? "There are neither persistent_ids nor canonical_ids." : "There are persistent_ids and canonical_ids.")]
            : [];
}
