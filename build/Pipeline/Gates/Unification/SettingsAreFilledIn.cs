using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class SettingsAreFilledIn : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-09", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "Settings are YAML without tabs, with nothing left to be filled in.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from path in scope.Project.Ending(".yml")
        from line in scope.Project.Text(path)!.Split('\n').Select((Text, i) => (Text, Number: i + 1))
        let at = line.Text.IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab ? tab
            : path.StartsWith("config/", StringComparison.Ordinal) ? Open(line.Text) : -1
        where at >= 0
        select new FileProblem(path, line.Number, at + 1, line.Text[at] == '\t' ? "There is a tab. Write blanks." : "A ${…} is left; settings are included before digdag fills anything in.");

    /// <summary>Where an unescaped ${ stands, or -1; a secret's reference is no template.</summary>
    private static int Open(string line)
    {
        var at = line.IndexOf("${", StringComparison.Ordinal);
        return at > 0 && line[at - 1] == '$' || at >= 0 && line.AsSpan(at).StartsWith("${secret:") ? -1 : at;
    }
}
