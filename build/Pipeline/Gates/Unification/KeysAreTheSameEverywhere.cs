using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed partial class KeysAreTheSameEverywhere : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-05", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "The keys of src_prep_params.yml, of unify.yml and of its merge_by_keys are the same.");

    private const string Prep = "config/src_prep_params.yml";
    private const string Unify = "config/unify.yml";

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        var unify = scope.Project.Yaml(Unify) as YamlMapping;
        var ids = UnifyFile.Ids(unify).Select(id => UnifyFile.Text(id, "name"));
        var aliases = scope.Project.Ending(Prep).SelectMany(p => Named(scope.Project.Yaml(p), "alias_as"))
            .Select(a => Numbered().Replace(a, string.Empty)).Except(ids).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var keys = Named(unify?["keys"], "name").ToHashSet(StringComparer.Ordinal);
        var merged = UnifyFile.Ids(unify).SelectMany(id => (id["merge_by_keys"] as YamlSequence)?.Items ?? [])
            .OfType<YamlScalar>().Select(s => s.Text).Where(k => k != "time").ToHashSet(StringComparer.Ordinal);
        foreach (var alias in aliases.Except(keys))
        {
            yield return new(Prep, 1, 1, $"{alias} is no key of {Unify}.");
        }

        foreach (var key in keys.Except(aliases))
        {
            yield return new(Unify, 1, 1, $"No table has a column for the key {key}.");
        }

        foreach (var key in merged.Except(keys))
        {
            yield return new(Unify, 1, 1, $"merge_by_keys names {key}, which is no key.");
        }
    }

    private static IEnumerable<string> Named(YamlNode? node, string key) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(e => e is { Key: YamlScalar k, Value: YamlScalar v } && k.Text == key ? [v.Text] : Named(e.Value, key)),
        YamlSequence list => list.Items.SelectMany(i => Named(i, key)),
        _ => [],
    };

    [GeneratedRegex("__[0-9]+$")]
    private static partial Regex Numbered();
}
