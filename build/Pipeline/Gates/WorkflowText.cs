using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates;

/// <summary>One <c>.dig</c> as a tree.</summary>
internal sealed record WorkflowText(string Path, string Text, YamlMapping Root)
{
    /// <summary>Every key and value at any depth, in the order of the file.</summary>
    public IEnumerable<(string Key, YamlNode Value, YamlNode At)> Entries => Below(Root);

    public IEnumerable<string> Includes => Root["_export"] is YamlMapping export
        ? export.Entries.Where(e => e.Key.Tag == "!include").Select(e => e.Value).OfType<YamlScalar>().Select(v => v.Text)
        : [];

    /// <summary>Texts behind an operator: <c>td&gt;</c>, <c>require&gt;</c>.</summary>
    public IEnumerable<YamlScalar> Operands(string key) => Entries.Where(e => e.Key == key).Select(e => e.Value).OfType<YamlScalar>();

    public bool Uses(string key) => Entries.Any(e => e.Key == key);

    /// <summary>Some <c>td&gt;</c> runs a file whose path holds this.</summary>
    public bool Runs(string file) => Operands("td>").Any(v => v.Text.Contains(file, StringComparison.Ordinal));

    public FileProblem Problem(string message, YamlNode? at = null) =>
        new(Path, at?.Position.Line ?? 1, at?.Position.Column ?? 1, message);

    private static IEnumerable<(string Key, YamlNode Value, YamlNode At)> Below(YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(e =>
            Below(e.Value).Prepend(((e.Key as YamlScalar)?.Text ?? string.Empty, e.Value, e.Key))),
        YamlSequence list => list.Items.SelectMany(Below),
        _ => [],
    };
}
