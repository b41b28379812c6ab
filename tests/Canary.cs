using System.Text;

namespace Cdp.Tests;

/// <summary>Looks for a secret where none may be: as it is, URL-encoded, in base64 wherever it begins, and in halves.</summary>
internal static class Canary
{
    public static IReadOnlyList<string> Forms(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        .. Enumerable.Range(0, 3).Select(offset => Inner(Convert.ToBase64String([.. new byte[offset], .. Encoding.UTF8.GetBytes(secret), .. new byte[3]]), offset)),
        secret[..(secret.Length / 2)],
        secret[(secret.Length / 2)..],
    ];

    /// <returns>Where which form was found; empty when all is well.</returns>
    /// <param name="texts">What was shown, arguments of programs: by a name for people.</param>
    /// <param name="folder">Every file below it is read, but for those that hold the secret by right.</param>
    public static IReadOnlyList<string> Found(string secret, IEnumerable<(string Name, string Text)> texts, string? folder = null, params string[] except)
    {
        var forms = Forms(secret);
        return [.. texts.Concat(Files(folder, except)).SelectMany(t => forms.Where(f => t.Text.Contains(f, StringComparison.OrdinalIgnoreCase)).Select(f => $"{t.Name}: {f}"))];
    }

    private static IEnumerable<(string Name, string Text)> Files(string? folder, string[] except) => folder is null ? [] : Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !except.Any(e => file.StartsWith(e, StringComparison.Ordinal)))
        .Select(file => (file, File.ReadAllText(file)));

    /// <summary>Without the characters into which neighbours reach.</summary>
    private static string Inner(string base64, int offset) => base64[(offset == 0 ? 0 : offset + 1)..^6];
}
