using System.Collections.Immutable;
using Cdp.Pipeline.Configuration.Binding;
using Cdp.Pipeline.Files;
using Cdp.Yaml;

namespace Cdp.Pipeline.Setup;

/// <param name="Place"><c>file:line:column</c>, or the switch.</param>
internal sealed record GivenAnswer(string Text, string Place);

/// <summary>Answers that are there before a question is asked: those of a file, those of switches on top, those typed until now.</summary>
/// <param name="file">A map whose keys are the names of the questions; a dot in a name may be a map inside.</param>
internal sealed class GivenAnswers(YamlMapping? file, IReadOnlyDictionary<string, string> switches)
{
    private readonly HashSet<string> _forgotten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly HashSet<Position> _used = [];

    /// <param name="path">The file of <c>--answers</c>, or null.</param>
    /// <param name="switches"><c>NAME=VALUE</c> each, of <c>--answer</c>.</param>
    public static GivenAnswers Read(FileStore files, string? path, IEnumerable<string> switches)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in switches)
        {
            var parts = pair.Split('=', 2);
            values[parts[0].Trim()] = parts.Length == 2
                ? parts[1]
                : throw new PipelineException($"--answer={pair} has no value. Write --answer={pair}=VALUE.", ExitCode.WrongInput);
        }

        return new(path is null ? null : Map(path, files.ReadText(path)), values);
    }

    public GivenAnswer? Find(string id)
    {
        if (_typed.TryGetValue(id, out var typed))
        {
            return new(typed, "keyboard");
        }

        if (_forgotten.Contains(id))
        {
            return null;
        }

        if (switches.TryGetValue(id, out var value))
        {
            return new(value, $"--answer={id}");
        }

        if (file is null || Node(file, id) is not { } node)
        {
            return null;
        }

        _used.Add(node.Position);
        return new(TextOf(node), node.Position.ToString());
    }

    public void Remember(string id, string text) => _typed[id] = text;

    /// <summary>The question is asked again, wherever its answer came from.</summary>
    public void Forget(string id)
    {
        _typed.Remove(id);
        _forgotten.Add(id);
    }

    /// <summary>Answers that nothing asked for, each with its place: a slip, mostly.</summary>
    public IEnumerable<(string Id, string Place)> Unused(IReadOnlyCollection<string> asked) =>
    [
        .. switches.Keys.Where(id => !asked.Contains(id)).Select(id => (id, $"--answer={id}")),
        .. file is null ? [] : Unused(file, string.Empty).Where(u => !asked.Contains(u.Id)),
    ];

    private static YamlMapping Map(string path, string text)
    {
        try
        {
            return YamlDocument.Read(text, path) as YamlMapping
                ?? throw new PipelineException($"{path}:1:1: The answers must be a map: NAME: answer, a line each.", ExitCode.WrongInput);
        }
        catch (YamlSyntaxException ex)
        {
            throw new PipelineException($"{ex.Position}: This is not YAML: {ex.Message.TrimEnd('.')}.", ExitCode.WrongInput, ex);
        }
    }

    private static YamlNode? Node(YamlMapping map, string id)
    {
        if (map[id] is { } whole)
        {
            return whole;
        }

        for (var dot = id.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = id.IndexOf('.', dot + 1))
        {
            if (map[id[..dot]] is YamlMapping inner && Node(inner, id[(dot + 1)..]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A list of words as it is typed, with commas; anything deeper as JSON, which is YAML too.</summary>
    private static string TextOf(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text,
        YamlSequence list when list.Items.All(i => i is YamlScalar) => string.Join(", ", list.Items.Select(i => ((YamlScalar)i).Text)),
        _ => new FreeValues(new BindingReport()).Value(node)?.ToJsonString() ?? string.Empty,
    };

    private IEnumerable<(string Id, string Place)> Unused(YamlMapping map, string path)
    {
        foreach (var entry in map.Entries.Where(e => !_used.Contains(e.Value.Position)))
        {
            var id = path + (entry.Key as YamlScalar)?.Text;
            if (entry.Value is YamlMapping inner)
            {
                foreach (var unused in Unused(inner, $"{id}."))
                {
                    yield return unused;
                }
            }
            else
            {
                yield return (id, entry.Key.Position.ToString());
            }
        }
    }
}
