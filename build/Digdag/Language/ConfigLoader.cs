using System.Text.Json.Nodes;
using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>One file of parameters with everything it includes, as digdag reads it (spec §1.1, §1.2).</summary>
internal sealed class ConfigLoader(ProjectFiles files, SourceMap sources)
{
    private const string Include = "!include";

    /// <summary>Aliases can make a few lines stand for gigabytes.</summary>
    private const int MaxValues = 200_000;

    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private int _values;

    public JsonObject Load(string file) => Load(file, "");

    private JsonObject Load(string file, string path)
    {
        if (_open.Contains(file))
        {
            throw Refused($"{file} includes itself: {string.Join(" <- ", _open.Prepend(file))}", new Position(_open.Peek(), 1, 1));
        }

        _open.Push(file);
        var root = Read(file);
        var start = root?.Position ?? new Position(file, 1, 1);
        if (path.Length == 0)
        {
            sources.Mark("", start);
        }

        var config = root is null ? null : Value(root, path);
        _open.Pop();
        return config as JsonObject ?? throw Refused($"Expected object to load Config but got {JsonText.Of(config)}", start);
    }

    private YamlNode? Read(string file)
    {
        var text = files.ReadText(file);
        _lines[file] = text.Split('\n');
        var bad = text.AsSpan().IndexOfAnyExcept(Printable.Characters);
        if (bad >= 0 && !char.IsSurrogate(text[bad]))
        {
            throw Refused("special characters are not allowed", Printable.PlaceOf(text, bad, file));
        }

        try
        {
            return YamlDocument.Read(text, file);
        }
        catch (YamlSyntaxException ex)
        {
            throw new DigdagConfigException(YamlWords.Of(ex.Message), DigdagConfigException.ModelValidation, ex.Position, ex);
        }
    }

    private JsonNode? Value(YamlNode node, string path)
    {
        if (++_values > MaxValues)
        {
            throw Refused($"more than {MaxValues} values, aliases and includes counted", node.Position);
        }

        RefuseTab(node.Position);
        if (node.Tag is Include)
        {
            throw Refused("`key: !include file` includes nothing in digdag. Write `!include : file` as a key of a map", node.Position);
        }

        return node switch
        {
            YamlScalar scalar => Text(scalar, path),
            YamlSequence list => List(list, path),
            _ => Map((YamlMapping)node, path),
        };
    }

    private JsonNode? Text(YamlScalar scalar, string path)
    {
        var value = TagTyping.Scalar(scalar);
        return value?.GetValueKind() is System.Text.Json.JsonValueKind.String &&
               value.GetValue<string>().StartsWith($"{Include}:", StringComparison.Ordinal)
            ? Included(value.GetValue<string>(), path, scalar)
            : value;
    }

    private JsonNode List(YamlSequence list, string path)
    {
        switch (list.Tag)
        {
            case null or "!" or TagTyping.Prefix + "seq" or TagTyping.Prefix + "pairs":
                return new JsonArray([.. list.Items.Select((item, i) => Value(item, SourceMap.Join(path, i)))]);
            case TagTyping.Prefix + "omap":
                return list.Items.Aggregate(
                    new JsonObject(),
                    (map, item) => map.SetAll(Value(item, path) as JsonObject ?? throw Refused("expected a map in !!omap", item.Position)));
            default:
                throw TagTyping.Unknown(list);
        }
    }

    private JsonNode Map(YamlMapping node, string path)
    {
        RefuseDuplicates(node);
        if (node.Tag is TagTyping.Prefix + "set")
        {
            return new JsonArray([.. node.Entries.Select(e => (JsonNode)Key(e.Key))]);
        }

        if (node.Tag is not (null or "!" or TagTyping.Prefix + "map"))
        {
            throw TagTyping.Unknown(node);
        }

        var map = new JsonObject();
        foreach (var entry in MergeKeys.Flatten(node))
        {
            Add(map, entry, path);
        }

        return map;
    }

    private void Add(JsonObject map, YamlEntry entry, string path)
    {
        var key = entry.Key.Tag is Include ? IncludeKey(entry.Key.Position) : Key(entry.Key);
        var place = SourceMap.Join(path, key);
        sources.Mark(place, entry.Key.Position);
        if (!key.StartsWith($"{Include}:", StringComparison.Ordinal) || entry.Value is not YamlScalar file)
        {
            map[key] = Value(entry.Value, place);
            return;
        }

        Overlay(map, Included(JsonText.Scalar(TagTyping.Scalar(file)), path, file));
    }

    /// <summary>digdag overwrites as it includes: a map on both sides is merged, the file wins.</summary>
    private static void Overlay(JsonObject map, JsonObject included)
    {
        foreach (var (key, value) in included.ToArray())
        {
            included.Remove(key);
            if (map[key] is JsonObject into && value is JsonObject from)
            {
                Overlay(into, from);
            }
            else
            {
                map[key] = value;
            }
        }
    }

    private JsonObject Included(string name, string path, YamlScalar at)
    {
        var target = files.Beside(_open.Peek(), name) ??
            throw new DigdagConfigException($"File name must not include ..: {name}", DigdagConfigException.NoSuchFile, at.Position);
        try
        {
            return Load(target, path);
        }
        catch (DigdagConfigException ex)
        {
            throw ex.At(at.Position);
        }
    }

    /// <summary>Our parser takes a tab for a blank where digdag's does not: <c>key:⇥value</c>.</summary>
    private void RefuseTab(Position at)
    {
        if (at.Line > _lines[at.File].Length || _lines[at.File][at.Line - 1] is not { } line || at.Column > line.Length + 1)
        {
            return;
        }

        var before = line.AsSpan(0, at.Column - 1);
        var tab = before[before.TrimEnd(" \t").Length..].IndexOf('\t');
        if (tab >= 0)
        {
            throw Refused(YamlWords.Tab, at with { Column = before.TrimEnd(" \t").Length + tab + 1 });
        }
    }

    private static void RefuseDuplicates(YamlMapping map)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = map.Entries
            .Select(e => e.Key)
            .OfType<YamlScalar>()
            .Where(k => k.Tag is not Include && !seen.Add(k.Text))
            .ToList();
        if (twice.Count > 0)
        {
            throw Refused($"Duplicated keys: [{string.Join(", ", twice.Select(k => k.Text).Distinct())}]", twice[0].Position);
        }
    }

    private string Key(YamlNode key) =>
        Value(key, "") is { } value
            ? JavaText.Of(value)
            : throw new DigdagConfigException("Null key for a Map not allowed in JSON", "json mapping", key.Position);

    /// <summary>digdag names the key of an include by a random id, which only shows when the include has a map for a path.</summary>
    private static string IncludeKey(Position at) => $"{Include}:{StableId.Of(at.ToString())}";

    private static DigdagConfigException Refused(string message, Position at) =>
        new(message, DigdagConfigException.ModelValidation, at);
}
