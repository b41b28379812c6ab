using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cdp.Pipeline;

/// <summary>Takes secrets out of a text that is shown or kept: what looks like an API key of Treasure Data, and the values that
/// this run has come across, also where they were encoded or stand in JSON.</summary>
public sealed partial class KnownSecrets
{
    /// <summary>A shorter value is taken out where it stands as a word of its own.</summary>
    private const int Long = 6;

    private const int Shortest = 3;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    private volatile Regex? _known;

    /// <summary>What looks like a key, for places that know of no run.</summary>
    public static string WithoutKeys(string text) => Key().Replace(text, Secret.Hidden);

    public void Add(Secret secret)
    {
        lock (_gate)
        {
            var before = _forms.Count;
            _forms.UnionWith(Forms(secret.Value).Where(form => form.Length >= Shortest));
            if (_forms.Count > before)
            {
                _known = new(string.Join('|', _forms.OrderByDescending(form => form.Length).Select(Pattern)), RegexOptions.CultureInvariant);
            }
        }
    }

    public string Without(string text) => WithoutKeys(_known?.Replace(text, Secret.Hidden) ?? text);

    /// <summary>As it is, in JSON, in an address, and in base64 wherever in the encoded text it begins. A private key has
    /// many lines, and a log shows them one by one.</summary>
    private static IEnumerable<string> Forms(string value) =>
    [
        .. Written(value),
        .. value.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= Long && line != value).SelectMany(Written),
    ];

    private static IEnumerable<string> Written(string value) =>
    [
        value,
        JsonEncodedText.Encode(value).Value,
        Uri.EscapeDataString(value),
        WebUtility.UrlEncode(value),
        .. value.Length < Long ? [] : Enumerable.Range(0, 3).SelectMany(offset => Base64(Encoding.UTF8.GetBytes(value), offset)),
    ];

    /// <param name="offset">How many bytes stand before it, modulo three: their bits reach into its first characters, as what
    /// follows does into its last.</param>
    private static IEnumerable<string> Base64(byte[] value, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. value]).TrimEnd('=');
        var first = offset == 0 ? 0 : offset + 1;
        var last = (offset + value.Length) % 3 == 0 ? 0 : 1;
        var own = text[first..^last];
        return [own, own.Replace('+', '-').Replace('/', '_')];
    }

    private static string Pattern(string form) =>
        form.Length >= Long ? Regex.Escape(form) : $@"(?<!\w){Regex.Escape(form)}(?!\w)";

    [GeneratedRegex(@"\b\d+/[0-9a-f]{16,}\b|(?<=\bTD1 )\S+")]
    private static partial Regex Key();
}
