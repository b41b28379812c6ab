using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates;

/// <summary>The files of a project, read as far as gates need it. A file that is not YAML is OR-02's and RenderedCheck's to tell.</summary>
internal sealed partial class ProjectText(IReadOnlyDictionary<string, string> files)
{
    private readonly Dictionary<string, YamlNode?> _parsed = [];

    public IEnumerable<WorkflowText> Workflows =>
        from path in Ending(".dig")
        let root = Yaml(path) as YamlMapping
        where root is not null
        select new WorkflowText(path, files[path], root);

    public IEnumerable<KeyValuePair<string, string>> Sql => Ending(".sql").Select(p => KeyValuePair.Create(p, files[p]));

    public IEnumerable<string> Paths => files.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> Ending(string ending) => Paths.Where(p => p.EndsWith(ending, StringComparison.Ordinal));

    public string? Text(string path) => files.GetValueOrDefault(path);

    /// <summary>The file's tree; null when there is no such file or it is not YAML.</summary>
    public YamlNode? Yaml(string path)
    {
        if (!_parsed.TryGetValue(path, out var node))
        {
            _parsed[path] = node = Read(path);
        }

        return node;
    }

    /// <summary>Paths that the text may mean when digdag has filled in its <c>${}</c>.</summary>
    public IEnumerable<string> Meant(string reference)
    {
        var pattern = string.Concat(Template().Split(reference).Select((part, i) => (i > 0 ? ".+" : string.Empty) + Regex.Escape(part)));
        return Paths.Where(p => Regex.IsMatch(p, $"^{pattern}$", RegexOptions.CultureInvariant));
    }

    private YamlNode? Read(string path)
    {
        try
        {
            return files.TryGetValue(path, out var text) ? YamlDocument.Read(text, path) : null;
        }
        catch (YamlSyntaxException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Template();
}
