using System.Security.Cryptography;
using System.Text;

namespace Cdp.Digdag.Language;

/// <summary>An id where digdag draws a random one, derived from a text so that runs can be repeated.</summary>
public static class StableId
{
    public static string Text(string text) => Of(text).ToString();

    public static Guid Of(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
