using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>
/// A bracket expression as sorted ranges of code points, with Unicode properties beside them that only .NET's own
/// tables can hold. Written as a .NET pattern it takes a surrogate pair for one character.
/// </summary>
internal sealed record CharacterSet(IReadOnlyList<(int First, int Last)> Ranges, string Properties = "")
{
    private const int Last = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstAstral = 0x10000;

    public static CharacterSet Digits { get; } = new([('0', '9')]);

    public static CharacterSet Word { get; } = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    public static CharacterSet Space { get; } = new([('\t', '\r'), (' ', ' ')]);

    public static CharacterSet NewLine { get; } = new([('\n', '\n')]);

    public static CharacterSet All { get; } = new([(0, Last)]);

    public bool HasProperties => Properties.Length > 0;

    public static CharacterSet Of(int first, int last) => new([(first, last)]);

    public CharacterSet Union(CharacterSet other) =>
        new(Merge(Ranges.Concat(other.Ranges)), Properties + other.Properties);

    public CharacterSet Intersect(CharacterSet other) =>
        HasProperties || other.HasProperties
            ? throw TrinoFailure.NotCertain("The intersection of Unicode properties is not supported in a pattern.")
            : Negate().Union(other.Negate()).Negate();

    public CharacterSet Negate()
    {
        if (HasProperties)
        {
            throw TrinoFailure.NotCertain("This negation of a Unicode property is not supported in a pattern.");
        }

        List<(int, int)> gaps = [];
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
            {
                gaps.Add((next, first - 1));
            }

            next = last + 1;
        }

        if (next <= Last)
        {
            gaps.Add((next, Last));
        }

        return new(gaps);
    }

    /// <summary>The set in RE2's syntax; RE2 reads code points by itself.</summary>
    public string ToRe2() => "[" + string.Concat(Ranges.Select(range =>
        string.Create(CultureInfo.InvariantCulture, $@"\x{{{range.First:X}}}-\x{{{range.Last:X}}}"))) + "]";

    public string ToDotNet(bool negated)
    {
        if (negated && HasProperties)
        {
            // The properties that are let in here have no members beyond the BMP that a subject may hold.
            return $@"(?:[^{Properties}{Write(Ranges)}\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])";
        }

        var set = negated ? Negate() : this;
        var low = Clip(set.Ranges, 0, FirstSurrogate - 1).Concat(Clip(set.Ranges, LastSurrogate + 1, FirstAstral - 1));
        List<string> choices = [];
        if (HasProperties || low.Any())
        {
            // Kept in negated form where it was written so: under (?i) the two are not the same.
            choices.Add(negated && Ranges.All(range => range.Last < FirstAstral)
                ? $@"[^{Write(Ranges)}\uD800-\uDFFF]"
                : $"[{set.Properties}{Write(low)}]");
        }

        choices.AddRange(Clip(set.Ranges, FirstAstral, Last).SelectMany(Pairs));
        return choices.Count switch
        {
            0 => "(?!)",
            1 => choices[0],
            _ => "(?:" + string.Join('|', choices) + ")",
        };
    }

    public static string Escape(int character) =>
        character < FirstAstral
            ? string.Create(CultureInfo.InvariantCulture, $@"\u{character:X4}")
            : string.Concat(char.ConvertFromUtf32(character).Select(unit => Escape(unit)));

    private static IEnumerable<string> Pairs((int First, int Last) range)
    {
        for (var first = range.First; first <= range.Last;)
        {
            var high = char.ConvertFromUtf32(first)[0];
            var end = Math.Min(range.Last, first | 0x3FF);
            if ((first & 0x3FF) == 0 && range.Last - first >= 0x3FF)
            {
                var blocks = (range.Last - first + 1) / 0x400;
                end = first + (blocks * 0x400) - 1;
                yield return $@"[{Escape(high)}-{Escape(high + blocks - 1)}][\uDC00-\uDFFF]";
            }
            else
            {
                yield return $"{Escape(high)}[{Escape(char.ConvertFromUtf32(first)[1])}-{Escape(char.ConvertFromUtf32(end)[1])}]";
            }

            first = end + 1;
        }
    }

    private static string Write(IEnumerable<(int First, int Last)> ranges)
    {
        var text = new StringBuilder();
        foreach (var (first, last) in ranges)
        {
            text.Append(Escape(first));
            _ = last > first ? text.Append('-').Append(Escape(last)) : text;
        }

        return text.ToString();
    }

    private static IEnumerable<(int First, int Last)> Clip(IEnumerable<(int First, int Last)> ranges, int first, int last) =>
        from range in ranges
        where range.First <= last && range.Last >= first
        select (Math.Max(range.First, first), Math.Min(range.Last, last));

    private static List<(int First, int Last)> Merge(IEnumerable<(int First, int Last)> ranges)
    {
        List<(int First, int Last)> merged = [];
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
