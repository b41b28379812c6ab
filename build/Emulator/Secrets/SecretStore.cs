using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Secrets;

/// <summary>Secrets of projects, in memory only: who needs them sets them again after a restart.</summary>
/// <param name="token">What <c>td.apikey</c> is where a project sets none, as the account's key is on TD.</param>
internal sealed partial class SecretStore(string token) : ISecretSource
{
    private const int LargestValue = 16 * 1024;

    private readonly ConcurrentDictionary<(long Project, string Key), string> _values = [];

    public string? Find(long projectId, string key) =>
        _values.TryGetValue((projectId, key), out var value) ? value
        : key == "td.apikey" ? token
        : null;

    public IReadOnlyList<string> Keys(long projectId) =>
        [.. _values.Keys.Where(k => k.Project == projectId).Select(k => k.Key).Order(StringComparer.Ordinal)];

    public void Set(long projectId, string key, string value)
    {
        if (key.Length > 255 || !Allowed().IsMatch(key) || Encoding.UTF8.GetByteCount(value) > LargestValue)
        {
            throw ApiException.BadRequest("Invalid secret");
        }

        _values[(projectId, key)] = value;
    }

    public void Delete(long projectId, string key) => _values.TryRemove((projectId, key), out _);

    /// <summary>Whether the text is a key that some project uses for TD itself.</summary>
    public bool IsPlatformKey(string text) =>
        text == token || _values.Any(value => value.Key.Key == "td.apikey" && value.Value == text);

    [GeneratedRegex("^(?:[a-zA-Z]|[a-zA-Z][a-zA-Z0-9_-]*[a-zA-Z0-9])(?:\\.(?:[a-zA-Z]|[a-zA-Z][a-zA-Z0-9_-]*[a-zA-Z0-9]))*$")]
    private static partial Regex Allowed();
}
