using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cdp.Trino.Runtime.Regex;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>What Hive computes as nothing else does. A text whose reading differs between Hive 2 and 4 is refused.</summary>
internal static class HiveRuntime
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string?>("hive_number", Number);
        sink.Add<string, int, long?>("hive_integer", Integer);
        sink.Add<string, string>("hive_boolean", s => s.ToLowerInvariant() is "false" or "0" or "no" or "off" ? throw TrinoFailure.NotCertain("Hive 2 and 4 read this text as different booleans") : s.Length > 0 ? "true" : "false");
        sink.Add<string, string?>("hive_date", Date);
        sink.Add<double, string>("hive_double_text", d => JavaNumbers.ToText(d));
        sink.Add<string, string>("hive_lower", s => Ascii.IsValid(s) || !s.AsSpan().ContainsAny('Σ', 'İ') ? s.ToLowerInvariant() : throw TrinoFailure.NotCertain("Lower case of this text is not certain"));
        sink.Add<string, string>("hive_upper", s => Ascii.IsValid(s) || s.All(c => c < 'ŉ' && c is not 'ß') ? s.ToUpperInvariant() : throw TrinoFailure.NotCertain("Upper case of this text is not certain"));
        sink.Add<string, int, int, string>("hive_substr", Substring);
        sink.Add<string, int, string?>("hive_sha2", Sha2);
        sink.Add<string, string, string>("hive_rlike", (s, p) => Pattern(p).Answer(s, r => r.IsMatch(s), (a, b) => a == b) ? "true" : "false");
        sink.Add<string, string, int, string?>("hive_extract", Extract);
        sink.Add<string, string, string, string>("hive_replace", Replace);
        sink.Add<string, string, string?>("hive_json", Json);
        sink.Add<string, long?>("hive_unix", s => DateTimeOffset.TryParseExact(s, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var t) ? t.ToUnixTimeSeconds() : s.Any(char.IsAsciiDigit) ? throw TrinoFailure.NotCertain("This text as a time is not certain") : null);
    }

    /// <summary>In Java a POSIX class in brackets is a class of its letters.</summary>
    private static JavaPattern Pattern(string text) => text.Contains("[:", StringComparison.Ordinal)
        ? throw TrinoFailure.NotCertain("A class [:…:] is not supported locally in Hive's patterns")
        : new JavaPattern(text);

    private static string? Number(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-') && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text
            : text.Any(char.IsAsciiDigit) || text.Contains('n', StringComparison.OrdinalIgnoreCase) ? throw TrinoFailure.NotCertain("This text as a number is not certain") : null;

    private static long? Integer(string text, int bits)
    {
        if (text.Length > 0 && (char.IsAsciiDigit(text[0]) || (text.Length > 1 && text[0] == '-')) && text.Skip(1).All(char.IsAsciiDigit))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && (bits == 64 || n == (int)n) ? n : null;
        }

        return text.Any(char.IsAsciiDigit) ? throw TrinoFailure.NotCertain("This text as a whole number is not certain") : null;
    }

    private static string? Date(string text) => text switch
    {
        _ when DateTime.TryParseExact(text, ["yyyy-M-d", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year > 1582 => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when text.Count(c => c == '-') >= 2 => throw TrinoFailure.NotCertain("This text as a date is not certain"),
        _ => null,
    };

    private static string Substring(string text, int start, int length)
    {
        if (text.Any(char.IsSurrogate))
        {
            throw TrinoFailure.NotCertain("substr of characters beyond U+FFFF");
        }

        var from = start > 0 ? start - 1 : start == 0 ? 0 : text.Length + start;
        return from < 0 || from >= text.Length || length <= 0 ? "" : text.Substring(from, Math.Min(length, text.Length - from));
    }

    private static string? Sha2(string text, int bits)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bits switch
        {
            0 or 256 => Convert.ToHexStringLower(SHA256.HashData(bytes)),
            384 => Convert.ToHexStringLower(SHA384.HashData(bytes)),
            512 => Convert.ToHexStringLower(SHA512.HashData(bytes)),
            _ => throw TrinoFailure.NotCertain("sha2 of this many bits is not supported locally"),
        };
    }

    private static string? Extract(string text, string pattern, int group)
    {
        var java = Pattern(pattern);
        var match = java.Answer(text, r => r.Match(text), (a, b) => a.Success == b.Success && a.Groups.Values.Select(g => g.Value).SequenceEqual(b.Groups.Values.Select(g => g.Value)));
        return !match.Success ? "" : group < 0 || group > java.GroupCount
            ? throw TrinoFailure.NotCertain($"The pattern has no group {group.ToString(CultureInfo.InvariantCulture)}")
            : match.Groups[group].Success ? match.Groups[group].Value : null;
    }

    private static string Replace(string text, string pattern, string replacement) => replacement.AsSpan().ContainsAny('$', '\\')
        ? throw TrinoFailure.NotCertain("A replacement with a group is not supported locally")
        : Pattern(pattern).Answer(text, r => r.Replace(text, replacement), string.Equals);

    private static string? Json(string text, string path)
    {
        if (!path.StartsWith("$.", StringComparison.Ordinal) || !path[2..].Split('.').All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')))
        {
            throw TrinoFailure.NotCertain("Only paths of names are supported locally in get_json_object");
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            var at = json.RootElement;
            foreach (var name in path[2..].Split('.'))
            {
                if (at.ValueKind != JsonValueKind.Object)
                {
                    throw TrinoFailure.NotCertain("A path into what is no object is not supported locally");
                }

                if (!at.TryGetProperty(name, out at))
                {
                    return null;
                }
            }

            return at.ValueKind switch
            {
                JsonValueKind.String => at.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Null => null,
                JsonValueKind.Number when at.TryGetInt64(out _) && at.GetRawText() != "-0" => at.GetRawText(),
                _ => throw TrinoFailure.NotCertain("This value is not supported locally in get_json_object"),
            };
        }
        catch (JsonException)
        {
            throw TrinoFailure.NotCertain("What Hive makes of this text as JSON is not certain");
        }
    }
}
