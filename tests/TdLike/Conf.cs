using System.Text.RegularExpressions;

namespace Cdp.TdLike;

/// <summary>td.conf as td reads it: a line that it does not know, even a blank one, makes the file none (spec/td_cli.md §3.1).</summary>
internal sealed partial record Conf(string Key, Uri Endpoint)
{
    private static readonly Answer _notConfigured =
        new(0, string.Empty, "TreasureData account is not configured yet.\nRun 'td account' first.\n");

    public static Conf Read(string? text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (text ?? "none").TrimEnd('\n').Split('\n'))
        {
            if (Value().Match(line) is { Success: true } match)
            {
                values[match.Groups["key"].Value] = match.Groups["value"].Value;
            }
            else if (!Other().IsMatch(line))
            {
                throw new TdError(_notConfigured);
            }
        }

        return values.TryGetValue("apikey", out var key) && values.TryGetValue("endpoint", out var endpoint)
            && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/"
                ? new(key, uri)
                : throw new TdError(_notConfigured);
    }

    [GeneratedRegex(@"^\s*(?<key>\w+)\s*=\s*(?<value>\S+)\s*\z")]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s*(?:\[\w+\]|#.*)\s*\z")]
    private static partial Regex Other();
}
