using System.Text.RegularExpressions;
using Cdp.Pipeline.Files;

namespace Cdp.Pipeline.Steps.Guards;

/// <summary>The secrets that a project's files name: <c>${secret:shop.apikey}</c>.</summary>
public static partial class SecretNeeds
{
    /// <summary>The platform gives it by itself: the key of the account that runs the workflow.</summary>
    private const string Given = "td.apikey";

    /// <summary>Of the variables that <see cref="Variable"/> names.</summary>
    public const string Prefix = "TD_SECRET_";

    private static readonly string[] _read = [".dig", ".yml", ".yaml"];

    public static IReadOnlyList<string> Of(FileStore files, string folder) =>
    [
        .. files.List(folder)
            .Where(path => _read.Contains(Path.GetExtension(path)))
            .SelectMany(path => Reference().Matches(files.ReadText(Path.Combine(folder, path))))
            .Select(match => match.Groups["key"].Value)
            .Where(key => key != Given)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Where this machine's value of a secret is looked for: <c>shop.apikey</c> → <c>TD_SECRET_SHOP_APIKEY</c>.</summary>
    public static string Variable(string key) =>
        Prefix + key.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    [GeneratedRegex(@"\$\{\s*secret:(?<key>[A-Za-z0-9_.-]+)\s*\}")]
    private static partial Regex Reference();
}
