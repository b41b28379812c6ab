using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Cdp.Trino.Runtime.Regex;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>Java patterns as Hive uses them: RLIKE finds anywhere, split() keeps empty texts at the end.</summary>
internal sealed class HivePatterns
{
    private const int Remembered = 1024;
    private readonly ConcurrentDictionary<string, JavaPattern> _patterns = new(StringComparer.Ordinal);

    public static void AddTo(IScalarFunctionSink sink)
    {
        var patterns = new HivePatterns();
        sink.Add<string, string, bool>("hive_rlike", (text, pattern) =>
            pattern.Length > 0 && patterns.Find(pattern).Answer(text, r => r.IsMatch(text), (a, b) => a == b));
        sink.Add<string, string, int, string?>("hive_extract", patterns.Extract);
        sink.Add<string, string, string, string>("hive_replace", patterns.Replace);
        sink.Add<string, string, List<string?>>("hive_split", patterns.Split);
        sink.Add<string, string, string, List<string?>>("hive_map_keys", (text, between, within) => [.. patterns.Pairs(text, between, within).Keys]);
        sink.Add<string, string, string, List<string?>>("hive_map_values", (text, between, within) => [.. patterns.Pairs(text, between, within).Values]);
    }

    /// <summary>str_to_map(): key and value of each part, the last of a key.</summary>
    private Dictionary<string, string?> Pairs(string text, string between, string within)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var part in Split(text, between))
        {
            var cut = Find(within).Answer(part!, r => r.Match(part!), (a, b) => a.Index == b.Index && a.Length == b.Length);
            if (cut is { Success: true, Length: 0 })
            {
                throw TrinoFailure.NotCertain("A separator that can be empty is not supported locally");
            }

            pairs[cut.Success ? part![..cut.Index] : part!] = cut.Success ? part![(cut.Index + cut.Length)..] : null;
        }

        return pairs;
    }

    private JavaPattern Find(string text)
    {
        if (text.Contains("[:", StringComparison.Ordinal))
        {
            throw TrinoFailure.NotCertain("A class [:…:] is not supported locally in Hive's patterns");
        }

        if (_patterns.Count >= Remembered)
        {
            _patterns.Clear();
        }

        try
        {
            return _patterns.GetOrAdd(text, static pattern => new JavaPattern(pattern));
        }
        catch (TrinoFailure failure) when (failure.Name != TrinoFailure.Refused)
        {
            throw HiveRuntime.Fail($"PatternSyntaxException {failure.Message}");
        }
    }

    private string? Extract(string text, string pattern, int group)
    {
        var java = Find(pattern);
        var match = java.Answer(text, r => r.Match(text), (a, b) => a.Success == b.Success && a.Groups.Values.Select(g => g.Value).SequenceEqual(b.Groups.Values.Select(g => g.Value)));
        return !match.Success ? ""
            : group < 0 || group > java.GroupCount ? throw HiveRuntime.Fail($"IndexOutOfBoundsException No group {group.ToString(System.Globalization.CultureInfo.InvariantCulture)}")
            : match.Groups[group].Success ? match.Groups[group].Value
            : null;
    }

    private string Replace(string text, string pattern, string replacement)
    {
        var java = Find(pattern);
        try
        {
            return java.Answer(text, r => Replaced(r, text, replacement, java), string.Equals);
        }
        catch (TrinoFailure failure) when (failure.Name is not (TrinoFailure.Refused or HiveRuntime.Failed))
        {
            throw HiveRuntime.Fail(failure.Message);
        }
    }

    private static string Replaced(System.Text.RegularExpressions.Regex regex, string text, string replacement, JavaPattern java)
    {
        if (text.Any(char.IsSurrogate) && java.CanBeEmpty)
        {
            throw TrinoFailure.NotCertain("An empty match beside characters beyond U+FFFF is not supported locally");
        }

        var output = new StringBuilder();
        var end = 0;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            output.Append(text, end, match.Index - end);
            end = match.Index + match.Length;
            Replacement.Append(output, replacement, match, java);
        }

        return output.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>As Java's split with limit -1: an empty match at the start parts nothing.</summary>
    private List<string?> Split(string text, string pattern)
    {
        var java = Find(pattern);
        if (java.CanBeEmpty && text.Any(char.IsSurrogate))
        {
            throw TrinoFailure.NotCertain("An empty match beside characters beyond U+FFFF is not supported locally");
        }

        return java.Answer(text, r => Parts(r, text), (a, b) => a.SequenceEqual(b));
    }

    private static List<string?> Parts(System.Text.RegularExpressions.Regex regex, string text)
    {
        List<string?> parts = [];
        var end = 0;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Length == 0 && match.Index == 0)
            {
                continue;
            }

            parts.Add(text[end..match.Index]);
            end = match.Index + match.Length;
        }

        parts.Add(text[end..]);
        return parts;
    }
}
