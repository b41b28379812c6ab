using System.Security.Cryptography;
using System.Text;

namespace Cdp.Pipeline.Generation;

/// <summary>Names of contents: SHA-256 in lower hex.</summary>
internal static class Hash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of a whole set of files, whatever order they come in.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> files) => Of(string.Concat(
        files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}\0{Of(f.Value)}\n")));
}
