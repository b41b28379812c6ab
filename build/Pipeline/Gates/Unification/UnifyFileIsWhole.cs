using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>What the service's validator would refuse; UN-10 has the expressions and the lengths of texts.</summary>
internal sealed class UnifyFileIsWhole : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-06", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "unify.yml has the fields that the service knows, within its limits, and every name in it is that of a key, a table or an id.");

    public IEnumerable<FileProblem> Look(GateScope scope) => scope.Project.Yaml(UnifyFile.Path) switch
    {
        YamlMapping root => [.. UnifySchema.Look(root), .. new UnifyReferences(root).Problems()],
        { } other => [UnifyFile.Problem(other, "unify.yml must be a map with name, keys and tables.")],
        null => [],
    };
}
