using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>
/// The regexp_… functions. All search anywhere in the text; after an empty match the search goes on one character later.
/// </summary>
internal sealed class RegexFunctions
{
    private const int Remembered = 1024;
    private readonly ConcurrentDictionary<string, JavaPattern> _patterns = new(StringComparer.Ordinal);

    public static void AddTo(IScalarFunctionSink sink)
    {
        var functions = new RegexFunctions();
        sink.Add<string, string, bool>("regexp_like", functions.Like);
        sink.Add<string, string, long>("regexp_count", functions.Count);
        sink.Add<string, string, string>("regexp_replace", (text, pattern) => functions.Replace(text, pattern, ""));
        sink.Add<string, string, string, string>("regexp_replace", functions.Replace);
        sink.Add<string, string, string?>("regexp_extract", (text, pattern) => functions.Extract(text, pattern, 0));
        sink.Add<string, string, long, string?>("regexp_extract", functions.Extract);
        sink.Add<string, string, List<string?>>("regexp_extract_all", (text, pattern) => functions.ExtractAll(text, pattern, 0));
        sink.Add<string, string, long, List<string?>>("regexp_extract_all", functions.ExtractAll);
        sink.Add<string, string, List<string?>>("regexp_split", functions.Split);
        sink.Add<string, string, int>("regexp_position", (text, pattern) => functions.Position(text, pattern, 1, 1));
        sink.Add<string, string, long, int>("regexp_position", (text, pattern, start) => functions.Position(text, pattern, start, 1));
        sink.Add<string, string, long, long, int>("regexp_position", functions.Position);
    }

    private bool Like(string text, string pattern) =>
        Pattern(pattern).Answer(text, regex => Next(regex, text, 0) is not null, (a, b) => a == b);

    private long Count(string text, string pattern) =>
        Pattern(pattern).Answer(text, regex => (long)All(regex, text).Count(), (a, b) => a == b);

    private string? Extract(string text, string pattern, long group)
    {
        var compiled = Pattern(pattern, group);
        return compiled.Answer(
            text,
            regex => Next(regex, text, 0) is { } match ? Value(match, group) : null,
            string.Equals);
    }

    private List<string?> ExtractAll(string text, string pattern, long group)
    {
        var compiled = Pattern(pattern, group);
        return compiled.Answer<List<string?>>(text, regex => [.. All(regex, text).Select(match => Value(match, group))], Same);
    }

    private string Replace(string text, string pattern, string replacement)
    {
        var compiled = Pattern(pattern);
        return compiled.Answer(text, regex => Replace(regex, text, replacement, compiled), string.Equals);
    }

    private List<string?> Split(string text, string pattern) => Pattern(pattern).Answer(text, regex => Split(regex, text), Same);

    private int Position(string text, string pattern, long start, long occurrence)
    {
        if (start < 1)
        {
            throw TrinoFailure.InvalidArgument("start position cannot be smaller than 1");
        }

        if (occurrence < 1)
        {
            throw TrinoFailure.InvalidArgument("occurrence cannot be smaller than 1");
        }

        var compiled = Pattern(pattern);
        var from = CodePoints.Offset(text, start - 1);
        return from >= text.Length
            ? -1
            : compiled.Answer(
                text,
                regex => All(regex, text, from).Skip((int)Math.Min(occurrence - 1, int.MaxValue)).FirstOrDefault() is { } match
                    ? CodePoints.Count(text.AsSpan(0, match.Index)) + 1
                    : -1,
                (a, b) => a == b);
    }

    private static string Replace(System.Text.RegularExpressions.Regex regex, string text, string replacement, JavaPattern pattern)
    {
        var output = new StringBuilder();
        var end = 0;
        foreach (var match in All(regex, text))
        {
            output.Append(text, end, match.Index - end);
            end = match.Index + match.Length;
            Replacement.Append(output, replacement, match, pattern);
        }

        return output.Append(text, end, text.Length - end).ToString();
    }

    private static List<string?> Split(System.Text.RegularExpressions.Regex regex, string text)
    {
        List<string?> parts = [];
        var end = 0;
        foreach (var match in All(regex, text))
        {
            parts.Add(text[end..match.Index]);
            end = match.Index + match.Length;
        }

        return [.. parts, text[end..]];
    }

    private static IEnumerable<Match> All(System.Text.RegularExpressions.Regex regex, string text, int from = 0)
    {
        while (from <= text.Length && Next(regex, text, from) is { } match)
        {
            yield return match;
            from = match.Index + match.Length;
            if (match.Length == 0)
            {
                from += IsInsidePair(text, from + 1) ? 2 : 1;
            }
        }
    }

    /// <summary>.NET counts UTF-16 units, so it finds nothing twice: also between the halves of a pair, where no character begins.</summary>
    private static Match? Next(System.Text.RegularExpressions.Regex regex, string text, int from)
    {
        var match = regex.Match(text, from);
        while (match.Success && IsInsidePair(text, match.Index))
        {
            match = regex.Match(text, match.Index + 1);
        }

        return match.Success ? match : null;
    }

    private static bool IsInsidePair(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]);

    private static string? Value(Match match, long group) =>
        match.Groups[(int)group] is { Success: true } found ? found.Value : null;

    private static bool Same(List<string?> a, List<string?> b) => a.SequenceEqual(b);

    private JavaPattern Pattern(string pattern, long group)
    {
        var compiled = Pattern(pattern);
        return group < 0
            ? throw TrinoFailure.InvalidArgument("Group cannot be negative")
            : group > compiled.GroupCount
            ? throw TrinoFailure.InvalidArgument(string.Create(
                CultureInfo.InvariantCulture, $"Pattern has {compiled.GroupCount} groups. Cannot access group {group}"))
            : compiled;
    }

    private JavaPattern Pattern(string pattern)
    {
        if (_patterns.TryGetValue(pattern, out var known))
        {
            return known;
        }

        if (_patterns.Count >= Remembered)
        {
            _patterns.Clear();
        }

        return _patterns.GetOrAdd(pattern, static text => new JavaPattern(text));
    }
}
