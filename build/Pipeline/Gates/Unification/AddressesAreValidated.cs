using System.Globalization;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class AddressesAreValidated : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-11", Phase.Unification, GateKind.Offline, CheckSeverity.Warning,
        "E-mail and phone keys have an expression and invalid texts, and persons are looked for in 10 to 20 rounds.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        var root = scope.Project.Yaml(UnifyFile.Path) as YamlMapping;
        foreach (var key in UnifyFile.List(root?["keys"]).Where(k => k["name"] is YamlScalar n && (n.Text.Contains("email", StringComparison.Ordinal) || n.Text.Contains("phone", StringComparison.Ordinal))))
        {
            foreach (var wanted in (string[])["valid_regexp", "invalid_texts"])
            {
                if (key[wanted] is null)
                {
                    yield return new(UnifyFile.Path, key.Position.Line, key.Position.Column, $"{((YamlScalar)key["name"]!).Text} has no {wanted}: placeholders would join strangers.");
                }
            }
        }

        foreach (var rounds in UnifyFile.Ids(root).Select(id => id["merge_iterations"]).OfType<YamlScalar>())
        {
            if (!int.TryParse(rounds.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 10 or > 20)
            {
                yield return new(UnifyFile.Path, rounds.Position.Line, rounds.Position.Column, $"merge_iterations is {rounds.Text}; usual are 10 to 20.");
            }
        }
    }
}
