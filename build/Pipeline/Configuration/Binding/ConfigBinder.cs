using System.Text.Json.Nodes;
using Cdp.Yaml;

namespace Cdp.Pipeline.Configuration.Binding;

/// <summary>Turns a YAML tree into records, strictly, telling everything that is wrong at once.</summary>
internal sealed class ConfigBinder(BindingReport report)
{
    private static readonly ConfigRules _noRules = new(null, null, null, false);

    private readonly ScalarBinder _scalars = new(report);

    /// <summary>The value of the type, or null when something is wrong with it (which the report then says).</summary>
    public object? Bind(YamlNode node, Type type, string path) => Bind(node, type, _noRules, path);

    private object? Bind(YamlNode node, Type type, ConfigRules rules, string path)
    {
        report.Bound(path, node.Position);
        if (node.Tag is { } tag)
        {
            report.Problem(node.Position, $"The tag {tag} has no meaning here. Remove it.");
            return null;
        }

        return type switch
        {
            _ when type == typeof(JsonObject) => node is YamlMapping map ? new FreeValues(report).Map(map) : Wrong(node, path, "a map"),
            _ when type == typeof(JsonNode) => new FreeValues(report).Value(node),
            _ when ConfigCollections.IsList(type) => List(node, type, rules, path),
            _ when ConfigCollections.IsMap(type) => Map(node, type, rules, path),
            _ when ConfigShape.IsRecord(type) => Record(node, type, path),
            _ => node is YamlScalar scalar ? _scalars.Bind(scalar, type, rules, path) : Wrong(node, path, ScalarBinder.Named(type)),
        };
    }

    private object? Record(YamlNode node, Type type, string path)
    {
        var shape = ConfigShape.Of(type);
        return node switch
        {
            YamlMapping map => Record(map, shape, path),
            YamlScalar { IsPlain: true, Text: "" or "~" or "null" } => Record(Empty(node), shape, path),
            YamlScalar or YamlSequence when shape.Shorthand is { } key => Shorthand(node, shape, key, path),
            _ => Wrong(node, path, "a map of keys"),
        };
    }

    private static YamlMapping Empty(YamlNode node) => new(node.Position, null, []);

    private object? Shorthand(YamlNode node, ConfigShape shape, ConfigKey key, string path)
    {
        var record = Activator.CreateInstance(shape.Type)!;
        if (Bind(node, key.Type, key.Rules, path) is not { } value)
        {
            return null;
        }

        key.Property.SetValue(record, value);
        return record;
    }

    private object? Record(YamlMapping map, ConfigShape shape, string path)
    {
        var record = Activator.CreateInstance(shape.Type)!;
        var written = Entries(map, path);
        var whole = true;

        foreach (var (name, entry) in written)
        {
            if (shape.Keys.FirstOrDefault(k => k.Name == name) is not { } key)
            {
                report.Problem(entry.Key.Position, Unknown(name, shape, path));
            }
            else if (!IsNull(entry.Value) || ConfigShape.IsRecord(key.Type))
            {
                var value = Bind(entry.Value, key.Type, key.Rules, Join(path, name));
                whole &= value is not null;
                key.Property.SetValue(record, value ?? key.Property.GetValue(record));
            }
            else if (!key.MayBeNull)
            {
                report.Problem(entry.Value.Position, $"The key '{name}' has no value. {Wanted(key)}");
            }
        }

        foreach (var key in shape.Keys.Where(k => k.Required && !written.ContainsKey(k.Name)))
        {
            report.Problem(map.Position, $"The key '{key.Name}' is missing{In(path)}. {Wanted(key)}");
            whole = false;
        }

        return whole ? record : null;
    }

    private static string Wanted(ConfigKey key) => $"It says: {key.Description}";

    private static string Unknown(string name, ConfigShape shape, string path) => name switch
    {
        "td_api_key" or "api_key" =>
            $"The API key does not belong in this file. Put it into the environment variable TD_API_KEY and remove '{name}'.",
        _ => $"There is no key '{name}'{In(path)}.{Suggestion.For(name, shape.Keys.Select(k => k.Name))}",
    };

    private Dictionary<string, YamlEntry> Entries(YamlMapping map, string path)
    {
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (entry.Key is not YamlScalar key)
            {
                report.Problem(entry.Key.Position, $"A key{In(path)} must be a text.");
            }
            else if (!entries.TryAdd(key.Text, entry))
            {
                report.Problem(
                    key.Position, $"The key '{key.Text}' is written twice{In(path)}, first in line {entries[key.Text].Key.Position.Line}.");
            }
        }

        return entries;
    }

    private object? List(YamlNode node, Type type, ConfigRules rules, string path)
    {
        var element = type.GetGenericArguments()[0];
        var nodes = node switch
        {
            YamlSequence sequence => sequence.Items,
            _ when rules.OneOrMany => [node],
            _ => default,
        };
        if (nodes.IsDefault)
        {
            return Wrong(node, path, "a list");
        }

        var items = nodes.Select((item, i) => Bind(item, element, rules.Inner, $"{path}[{i}]")).ToArray();
        return items.Contains(null) ? null : ConfigCollections.ListOf(element, items!);
    }

    private object? Map(YamlNode node, Type type, ConfigRules rules, string path)
    {
        if (node is not YamlMapping map)
        {
            return Wrong(node, path, "a map");
        }

        var element = type.GetGenericArguments()[1];
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, entry) in Entries(map, path))
        {
            if (rules.Keys is { } pattern && !pattern.Accepts(name))
            {
                report.Problem(entry.Key.Position, $"'{name}' cannot be a key{In(path)}. Write {pattern.Meaning}.");
            }

            values[name] = Bind(entry.Value, element, rules.Inner, Join(path, name));
        }

        return values.ContainsValue(null) ? null : ConfigCollections.MapOf(element, values!);
    }

    private static bool IsNull(YamlNode node) => node is YamlScalar { IsPlain: true, Text: "" or "~" or "null" };

    private object? Wrong(YamlNode node, string path, string wanted)
    {
        var found = node switch
        {
            YamlMapping => "a map",
            YamlSequence => "a list",
            _ when IsNull(node) => "nothing",
            _ => $"'{((YamlScalar)node).Text}'",
        };
        report.Problem(node.Position, $"{(path.Length > 0 ? path : "The file")} must be {wanted}, but here is {found}.");
        return null;
    }

    private static string In(string path) => path.Length > 0 ? $" in {path}" : string.Empty;

    private static string Join(string path, string name) => path.Length > 0 ? $"{path}.{name}" : name;
}
