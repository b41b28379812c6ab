using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>Where each key of a loaded configuration was written, also across <c>!include</c>.</summary>
public sealed class SourceMap
{
    private const char Separator = '\u0001';
    private readonly Dictionary<string, Position> _keys = new(StringComparer.Ordinal);
    private Position? _root;

    internal static string Join(string path, string key) => $"{path}{Separator}{key}";

    internal static string Join(string path, int index) => $"{path}{Separator}[{index}]";

    internal void Mark(string path, Position position)
    {
        _root ??= position;
        _keys[path] = position;
    }

    /// <summary>The place of the key, or of the nearest key above it.</summary>
    internal Position? Find(string path)
    {
        while (path.Length > 0)
        {
            if (_keys.TryGetValue(path, out var position))
            {
                return position;
            }

            path = path[..Math.Max(0, path.LastIndexOf(Separator))];
        }

        return _root;
    }

    /// <summary>The place of a key by the keys that lead to it: <c>Find("+a", "echo>")</c>.</summary>
    public Position? Find(params ReadOnlySpan<string> keys)
    {
        var path = "";
        foreach (var key in keys)
        {
            path = Join(path, key);
        }

        return Find(path);
    }
}
