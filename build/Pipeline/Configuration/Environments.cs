using System.Collections.Immutable;
using Cdp.Pipeline.Configuration.Binding;
using Cdp.Yaml;

namespace Cdp.Pipeline.Configuration;

/// <summary>
/// <c>environments:</c>, overlays of one configuration: what dev, stage or prod say stands over what the file says for all.
/// Maps are merged key by key, lists of named things (sources, objects, tables) thing by thing, all else is replaced.
/// </summary>
internal sealed class Environments
{
    private static readonly ImmutableArray<string> _names = ["source_name", "name"];

    private readonly YamlNode _shared;
    private readonly ImmutableDictionary<string, YamlMapping> _overlays;

    private Environments(YamlNode shared, ImmutableDictionary<string, YamlMapping> overlays, string? chosen)
    {
        _shared = shared;
        _overlays = overlays;
        Default = chosen;
    }

    public IEnumerable<string> Names => _overlays.Keys.Order(StringComparer.Ordinal);

    /// <summary>The file's own <c>environment:</c>, or null.</summary>
    public string? Default { get; }

    public static Environments Of(YamlNode root, BindingReport report)
    {
        if (root is not YamlMapping map || map["environments"] is not { } all)
        {
            return new(root, ImmutableDictionary<string, YamlMapping>.Empty, null);
        }

        var shared = map with { Entries = [.. map.Entries.Where(e => Key(e) != "environments")] };
        var overlays = ImmutableDictionary.CreateBuilder<string, YamlMapping>(StringComparer.Ordinal);
        foreach (var entry in (all as YamlMapping)?.Entries ?? [])
        {
            var (name, overlay) = (Key(entry), Overlay(entry.Value));
            if (overlay is null)
            {
                report.Problem(entry.Value.Position, $"The environment '{name}' must be a map of keys.");
            }
            else if (overlay["environments"] is not null || overlay["environment"] is not null)
            {
                report.Problem(overlay.Position, $"The environment '{name}' cannot name environments itself. Move that key out of it.");
            }
            else if (!overlays.TryAdd(name, overlay))
            {
                report.Problem(entry.Key.Position, $"The environment '{name}' is written twice.");
            }
        }

        if (overlays.Count == 0)
        {
            report.Problem(all.Position, "environments must be a map of names, for example dev: and prod:, each with the keys that differ there.");
        }

        return new(shared, overlays.ToImmutable(), (map["environment"] as YamlScalar)?.Text);
    }

    /// <param name="chosen">Null: what the file says for all.</param>
    public YamlNode With(string? chosen, BindingReport report)
    {
        if (chosen is null || _overlays.IsEmpty)
        {
            return _shared;
        }

        if (!_overlays.TryGetValue(chosen, out var overlay))
        {
            report.Problem(
                ((_shared as YamlMapping)?["environment"] ?? _shared).Position,
                $"There is no environment '{chosen}'.{Suggestion.For(chosen, Names)} There are {string.Join(", ", Names)}.");
            return _shared;
        }

        return Merge(_shared, overlay);
    }

    private static YamlMapping? Overlay(YamlNode node) => node switch
    {
        YamlMapping map => map,
        YamlScalar { IsPlain: true, Text: "" or "~" or "null" } => new(node.Position, null, []),
        _ => null,
    };

    private static YamlNode Merge(YamlNode below, YamlNode above) => (below, above) switch
    {
        (YamlMapping b, YamlMapping a) => b with
        {
            Entries =
            [
                .. b.Entries.Select(e => a[Key(e)] is { } over ? e with { Value = Merge(e.Value, over) } : e),
                .. a.Entries.Where(e => b[Key(e)] is null),
            ],
        },
        (YamlSequence b, YamlSequence a) when AreNamed([.. b.Items, .. a.Items]) => b with
        {
            Items =
            [
                .. b.Items.Select(item => a.Items.FirstOrDefault(i => Name(i) == Name(item)) is { } over ? MergeNamed(item, over) : item),
                .. a.Items.Where(item => b.Items.All(i => Name(i) != Name(item))),
            ],
        },
        _ => above,
    };

    /// <summary>A plain name stands for the thing of that name: it adds nothing to what is said of it, and takes nothing away.</summary>
    private static YamlNode MergeNamed(YamlNode below, YamlNode above) => (below, above) switch
    {
        (_, YamlScalar) => below,
        (YamlScalar, _) => above,
        _ => Merge(below, above),
    };

    /// <summary>Records with names, some perhaps by their names alone; plain texts are no such list.</summary>
    private static bool AreNamed(ImmutableArray<YamlNode> items) =>
        items.Any(item => item is YamlMapping) && items.All(item => Name(item) is not null);

    private static string? Name(YamlNode item) => item switch
    {
        YamlScalar scalar => scalar.Text,
        YamlMapping map => _names.Select(n => (map[n] as YamlScalar)?.Text).FirstOrDefault(n => n is not null),
        _ => null,
    };

    private static string Key(YamlEntry entry) => (entry.Key as YamlScalar)?.Text ?? string.Empty;
}
