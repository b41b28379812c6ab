using Cdp.Yaml;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>A YAML file that gains lines, and the tree that it should have with them; every other byte stays.</summary>
internal sealed class ConfigDraft
{
    private readonly List<string> _lines;
    private readonly string _end;
    private readonly List<(int After, IReadOnlyList<string> Lines)> _inserts = [];
    private readonly Dictionary<string, string> _expected;

    private ConfigDraft(string text, YamlMapping root)
    {
        Root = root;
        _lines = [.. text.Split('\n')];
        _end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r" : string.Empty;
        _expected = Leaves(root);
    }

    public YamlMapping Root { get; }

    /// <returns>Null when the text is no map in YAML.</returns>
    public static ConfigDraft? Of(string text) => Read(text) is { } root ? new(text, root) : null;

    /// <summary>Whether the list or map is written in brackets or braces.</summary>
    public bool IsFlow(YamlNode node) =>
        node.Position is var at && _lines[at.Line - 1].Length >= at.Column && _lines[at.Line - 1][at.Column - 1] is '{' or '[';

    public void Replace(YamlScalar scalar, string with)
    {
        var (line, start) = (_lines[scalar.Position.Line - 1], scalar.Position.Column - 1);
        if (line.AsSpan(start).StartsWith(scalar.Text, StringComparison.Ordinal))
        {
            _lines[scalar.Position.Line - 1] = line[..start] + with + line[(start + scalar.Text.Length)..];
        }
    }

    /// <param name="after">The line, from 1, below which they go.</param>
    public void Insert(int after, IReadOnlyList<string> lines) => _inserts.Add((after, lines));

    /// <param name="path">As <c>/staging/tables/0/name</c>.</param>
    /// <param name="text">Null: nothing is there any more.</param>
    public void Expect(string path, string? text)
    {
        if (text is null)
        {
            _expected.Remove(path);
        }
        else
        {
            _expected[path] = text;
        }
    }

    /// <returns>Null when the text would not read as what was there and what is expected, and nothing else.</returns>
    public string? Text()
    {
        var lines = _lines.ToList();
        foreach (var (after, added) in _inserts.OrderByDescending(i => i.After))
        {
            lines.InsertRange(after, added.Select(l => l + _end));
        }

        var text = string.Join('\n', lines);
        return Read(text) is { } root && Leaves(root) is var leaves && leaves.Count == _expected.Count
            && _expected.All(e => leaves.GetValueOrDefault(e.Key) == e.Value)
            ? text
            : null;
    }

    private static YamlMapping? Read(string text)
    {
        try
        {
            return YamlDocument.Read(text, "pipeline.yml") as YamlMapping;
        }
        catch (YamlSyntaxException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Leaves(YamlNode root)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(root, string.Empty, leaves);
        return leaves;
    }

    private static void Collect(YamlNode node, string path, Dictionary<string, string> leaves)
    {
        switch (node)
        {
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    Collect(entry.Value, $"{path}/{(entry.Key as YamlScalar)?.Text}", leaves);
                }

                break;
            case YamlSequence list:
                for (var n = 0; n < list.Items.Length; n++)
                {
                    Collect(list.Items[n], $"{path}/{n}", leaves);
                }

                break;
            case YamlScalar scalar:
                leaves[path] = scalar.Text;
                break;
        }
    }
}
