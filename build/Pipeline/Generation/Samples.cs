using System.Text;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Templating;
using Cdp.Yaml;

namespace Cdp.Pipeline.Generation;

/// <summary>Values for the <c>${}</c> of an <c>.sql</c> file, so that it can be checked: <c>name.sql.samples.yml</c> beside the template.</summary>
internal sealed class Samples
{
    private readonly Dictionary<string, string> _values;

    private Samples(Dictionary<string, string> values) => _values = values;

    /// <summary>The folder's common samples (<c>samples.yml</c> of the phase), and the template's own, which win.</summary>
    public static Samples Read(TemplateFolders templates, string template)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["'$'"] = "$" };
        foreach (var path in new[] { template.Split('/')[0] + "/samples.yml", template + ".samples.yml" })
        {
            if (templates.TryFind(path) is { } source && YamlDocument.Read(source.Text, source.File) is YamlMapping map)
            {
                foreach (var entry in map.Entries)
                {
                    values[((YamlScalar)entry.Key).Text] = entry.Value is YamlScalar value
                        ? value.Text
                        : throw new PipelineException($"{entry.Value.Position}: A sample is a text.", ExitCode.WrongInput);
                }
            }
        }

        return new(values);
    }

    /// <summary>As written, or by a key in which <c>*</c> stands for the name of a table.</summary>
    private string? Find(string expression) =>
        _values.TryGetValue(expression, out var exact)
            ? exact
            : _values.FirstOrDefault(v => v.Key.Contains('*', StringComparison.Ordinal) && Fits(v.Key, expression)).Value;

    private static bool Fits(string pattern, string expression) =>
        Regex.IsMatch(expression, $"\\A{Regex.Escape(pattern).Replace("\\*", "[a-z0-9_]+", StringComparison.Ordinal)}\\z");

    /// <summary>The text with every <c>${}</c> replaced, as digdag would: braces are counted, <c>$$</c> is a dollar.</summary>
    public string Fill(string path, string text, out IReadOnlyList<FileProblem> unknown)
    {
        var filled = new StringBuilder();
        var problems = new List<FileProblem>();
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var start && End(text, start + 2) is { } end)
        {
            filled.Append(Dollars(text[at..start]));
            var expression = text[(start + 2)..end].Trim();
            if (Find(expression) is { } sample)
            {
                filled.Append(sample);
            }
            else
            {
                problems.Add(Unknown(path, text, start, expression));
            }

            at = end + 1;
        }

        unknown = problems;
        return filled.Append(Dollars(text[at..])).ToString();
    }

    private static string Dollars(string text) => text.Replace("$$", "$", StringComparison.Ordinal);

    private static int? End(string text, int from)
    {
        for (var (i, depth) = (from, 1); i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return null;
    }

    private static FileProblem Unknown(string path, string text, int at, string expression)
    {
        var before = text.AsSpan(0, at);
        var line = before.Count('\n') + 1;
        var column = at - before.LastIndexOf('\n');
        return new(path, line, column, $"There is no sample for ${{{expression}}}; add one to the template's .samples.yml so that the SQL can be checked.");
    }
}
