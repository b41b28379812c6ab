using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime;

/// <summary>
/// The url_… functions over java.net.URI's idea of an address: RFC 2396 with other letters allowed; a text that does
/// not fit has no parts (NULL), an authority that is no server has no host.
/// </summary>
internal static partial class UrlFunctions
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string>("url_encode", Encode);
        sink.Add<string, string>("url_decode", Decode);
        sink.Add<string, string?>("url_extract_protocol", text => Parse(text) is { } uri ? uri.Groups["scheme"].Value : null);
        sink.Add<string, string?>("url_extract_host", text => Parse(text) is { } uri ? Server(uri)?.Groups["host"].Value ?? "" : null);
        sink.Add<string, long?>("url_extract_port", Port);
        sink.Add<string, string?>("url_extract_path", text => Part(text, "path"));
        sink.Add<string, string?>("url_extract_query", text => Part(text, "query"));
        sink.Add<string, string?>("url_extract_fragment", text => Part(text, "fragment"));
        sink.Add<string, string, string?>("url_extract_parameter", Parameter);
    }

    /// <summary>As HTML forms: letters, digits and <c>- _ . *</c> stay, a blank becomes a plus.</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            _ = value switch
            {
                (byte)' ' => encoded.Append('+'),
                _ when char.IsAsciiLetterOrDigit((char)value) || "-_.*".Contains((char)value, StringComparison.Ordinal) => encoded.Append((char)value),
                _ => encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}"),
            };
        }

        return encoded.ToString();
    }

    public static string Decode(string text) => Decode(text, Encoding.UTF8);

    public static string Decode(string text, Encoding encoding)
    {
        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '%')
            {
                decoded.Append(text[at] == '+' ? ' ' : text[at]);
                at++;
                continue;
            }

            List<byte> bytes = [];
            for (; at < text.Length && text[at] == '%'; at += 3)
            {
                bytes.Add(HexPair(text, at));
            }

            decoded.Append(encoding.GetString([.. bytes]));
        }

        return decoded.ToString();
    }

    private static byte HexPair(string text, int at)
    {
        if (at + 3 > text.Length)
        {
            throw TrinoFailure.InvalidArgument("URLDecoder: Incomplete trailing escape (%) pattern");
        }

        return byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw TrinoFailure.InvalidArgument("URLDecoder: Illegal hex characters in escape (%) pattern");
    }

    private static long? Port(string text) =>
        Parse(text) is { } uri && Server(uri)?.Groups["port"] is { Length: > 0 } port
            ? long.Parse(port.Value, CultureInfo.InvariantCulture)
            : null;

    private static string? Part(string text, string name) =>
        Parse(text) is { } uri ? Unescape(uri.Groups[name].Value) : null;

    private static string? Parameter(string text, string name)
    {
        if (Parse(text) is not { } uri || !uri.Groups["query"].Success)
        {
            return null;
        }

        // Parted before it is decoded; a plus and an escape are undone in names and values alike.
        foreach (var parameter in uri.Groups["query"].Value.Split('&'))
        {
            var parts = parameter.Split('=', 2);
            if (Decode(parts[0]) == name)
            {
                return parts.Length == 2 ? Decode(parts[1]) : "";
            }
        }

        return null;
    }

    private static Match? Parse(string text)
    {
        if (!text.All(IsAllowed))
        {
            return null;
        }

        var uri = Uri().Match(text);
        if (!uri.Success || BadEscape().IsMatch(text) || text.Length == 0)
        {
            return text.Length == 0 ? uri : null;
        }

        if (uri.Groups["authority"] is { Success: true } authority && Server(uri) is null
            && !authority.Value.All(c => c > 0x7F || char.IsAsciiLetterOrDigit(c) || "-_.!~*'()%$,;:@&=+".Contains(c, StringComparison.Ordinal)))
        {
            throw TrinoFailure.NotCertain("This address is not supported.");
        }

        return text.Contains('[', StringComparison.Ordinal) || (uri.Groups["scheme"].Success && text.EndsWith(':'))
            ? throw TrinoFailure.NotCertain("This address is not supported.")
            : uri;
    }

    private static Match? Server(Match uri) =>
        uri.Groups["authority"] is { Success: true } authority && ServerAuthority().Match(authority.Value) is { Success: true } server
            ? server
            : null;

    private static string Unescape(string text) =>
        !text.Contains('%', StringComparison.Ordinal) ? text : Decode(text.Replace("+", "%2B", StringComparison.Ordinal));

    private static bool IsAllowed(char c) => c > 0x7F
        ? char.IsSurrogate(c) || !(char.IsControl(c) || char.IsWhiteSpace(c))
        : char.IsAsciiLetterOrDigit(c) || "-_.!~*'();/?:@&=+$,%#[]".Contains(c, StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?!$)(?![/])(?<opaque>[^#]+)(?:#(?<fragment>[^#]*))?|(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?<authority>[^/?#]+))?(?<path>(?<!^[^/?#]*:)[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>[^#]*))?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial System.Text.RegularExpressions.Regex Uri();

    [GeneratedRegex(@"^(?:[A-Za-z0-9_.!~*'();:&=+$,%-]*@)?(?<host>(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3})|(?:(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.?))(?::(?<port>[0-9]*))?$", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex ServerAuthority();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex BadEscape();
}
