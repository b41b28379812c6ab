using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>parse_url(): the parts of an address as java.net.URL parts them.</summary>
internal static partial class HiveUrls
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string, string?>("hive_parse_url", Part);
        sink.Add<string, string, string, string?>("hive_parse_url", Parameter);
    }

    private static string? Parameter(string url, string part, string key)
    {
        if (part != "QUERY")
        {
            return null;
        }

        if (!key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw TrinoFailure.NotCertain("parse_url() with this key is not supported locally");
        }

        return Part(url, "QUERY") is not { } query ? null
            : query.Split('&').FirstOrDefault(p => p.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
    }

    private static string? Part(string url, string part)
    {
        var text = url.Trim();
        if (!Scheme().IsMatch(text))
        {
            return text.Contains("://", StringComparison.Ordinal) ? throw Unsure() : null;
        }

        var match = Address().Match(text);
        if (!match.Success || text.AsSpan().ContainsAny("[]\\") || !match.Groups["port"].Value.All(char.IsAsciiDigit) || match.Groups["user"].Value.Contains('@', StringComparison.Ordinal))
        {
            throw Unsure();
        }

        string? Group(string name) => match.Groups[name].Success ? match.Groups[name].Value : null;
        return part switch
        {
            "HOST" => Group("host"),
            "PATH" => Group("path"),
            "QUERY" => Group("query"),
            "REF" => Group("ref"),
            "PROTOCOL" => Group("scheme")!.ToLowerInvariant(),
            "FILE" => Group("path") + (Group("query") is { } query ? "?" + query : ""),
            "AUTHORITY" => Group("authority"),
            "USERINFO" => Group("user"),
            _ => null,
        };
    }

    private static TrinoFailure Unsure() => TrinoFailure.NotCertain("parse_url() of this address is not supported locally");

    [GeneratedRegex("^(?i:https?|ftp)://")]
    private static partial System.Text.RegularExpressions.Regex Scheme();

    [GeneratedRegex(@"^(?<scheme>[A-Za-z]+)://(?<authority>(?:(?<user>[^/?#]*)@)?(?<host>[^/?#:@]*)(?::(?<port>[^/?#]*))?)(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<ref>.*))?\z", RegexOptions.Singleline)]
    private static partial System.Text.RegularExpressions.Regex Address();
}
