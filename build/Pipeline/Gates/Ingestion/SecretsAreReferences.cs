using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed partial class SecretsAreReferences : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-08", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Load files name secrets and connections, never their values.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from path in scope.Project.Ending(".yml")
        let root = scope.Project.Yaml(path)
        where root is not null
        from entry in Entries(root)
        where Secret().IsMatch(entry.Key) && entry.Value is { Text.Length: > 0 } value && !IsReference(value.Text)
        select new FileProblem(
            path, entry.Value.Position.Line, entry.Value.Position.Column, $"{entry.Key} holds a value. Write ${{secret:NAME}}; the value goes to the platform's secrets.");

    private static bool IsReference(string text) => text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}');

    private static IEnumerable<(string Key, YamlScalar Value)> Entries(YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(e => e.Value is YamlScalar value
            ? [((e.Key as YamlScalar)?.Text ?? string.Empty, value)]
            : Entries(e.Value)),
        YamlSequence list => list.Items.SelectMany(Entries),
        _ => [],
    };

    [GeneratedRegex("(password|passphrase|secret|private_key|api_?key|access_?token|refresh_token)(_id)?$|^(token|credentials)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
