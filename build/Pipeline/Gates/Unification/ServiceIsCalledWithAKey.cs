using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed partial class ServiceIsCalledWithAKey : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-24", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "A call of the hosted service carries an account's key as a secret, never as text.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from workflow in scope.Project.Workflows
        where workflow.Operands("http_call>").Concat(workflow.Operands("http>")).Any(c => c.Text.Contains("/unifications/", StringComparison.Ordinal))
        let header = workflow.Entries.Where(e => e.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)).Select(e => e.Value).OfType<YamlScalar>().FirstOrDefault()
        let problem = header is null ? "The call of the service has no authorization header."
            : !Secret().IsMatch(header.Text) ? "The authorization is not ${secret:…}, so a key would be pushed." : null
        where problem is not null
        select workflow.Problem(problem, header);

    /// <remarks>TD's service takes a key with the prefix TD1; a secret may hold it with the prefix.</remarks>
    [GeneratedRegex(@"^(TD1 )?\$\{secret:[\w.]+\}$")]
    private static partial Regex Secret();
}
