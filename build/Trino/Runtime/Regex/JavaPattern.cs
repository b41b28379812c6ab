using System.Buffers;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>A compiled pattern. <see cref="Answer"/> runs it, or refuses where Trino's engine may see the text otherwise.</summary>
internal sealed class JavaPattern
{
    // Letters that a Unicode case fold takes for another one, or for two: engines differ in which of them they know.
    private static readonly SearchValues<char> SpecialFolds = SearchValues.Create(
        "\u00B5\u00DF\u0130\u0131\u0149\u017F\u01C5\u01C8\u01CB\u01F0\u01F2\u0345\u0390\u03B0\u03C2\u03D0\u03D1\u03D5\u03D6\u03F0\u03F1\u03F4\u03F5\u0587\u1E9B\u1E9E\u1FBE\u2126\u212B");

    private readonly System.Text.RegularExpressions.Regex _ascii;
    private readonly System.Text.RegularExpressions.Regex? _unicode;
    private readonly bool _ignoreCase;
    private readonly bool _properties;

    public JavaPattern(string pattern)
    {
        var reader = new PatternReader(pattern, asciiOnly: true);
        var part = reader.Read();
        Re2 = part.Re2;
        CanBeEmpty = part.CanBeEmpty;
        GroupNames = reader.Groups;
        _ignoreCase = reader.HasIgnoreCase;
        _properties = reader.HasProperties;
        _ascii = Compile(part.DotNet);
        _unicode = reader.HasTwoReadings ? Compile(new PatternReader(pattern, asciiOnly: false).Read().DotNet) : null;
        if (_ignoreCase && pattern.AsSpan().IndexOfAny(SpecialFolds) >= 0)
        {
            throw TrinoFailure.NotCertain("A letter of this pattern has no certain other case.");
        }
    }

    /// <summary>The same pattern for RE2, when RE2 finds the same in every text; else null.</summary>
    public string? Re2 { get; }

    public bool CanBeEmpty { get; }

    public IReadOnlyList<string?> GroupNames { get; }

    public int GroupCount => GroupNames.Count;

    public T Answer<T>(string subject, Func<System.Text.RegularExpressions.Regex, T> question, Func<T, T, bool> same)
    {
        if (!System.Text.Ascii.IsValid(subject))
        {
            Check(subject);
            if (_unicode is not null && !same(question(_ascii), question(_unicode)))
            {
                throw TrinoFailure.NotCertain(@"\b and POSIX classes are not certain beside letters beyond ASCII.");
            }
        }

        return question(_ascii);
    }

    private void Check(string subject)
    {
        if (_properties && subject.Any(char.IsSurrogate))
        {
            throw TrinoFailure.NotCertain("Unicode properties are not supported for characters beyond U+FFFF.");
        }

        if (_ignoreCase && subject.Any(c => SpecialFolds.Contains(c)
            || c is (>= '\u1E96' and <= '\u1E9A') or (>= '\u1C80' and <= '\u1C88') or (>= '\u1F50' and <= '\u1FFF') or (>= '\uFB00' and <= '\uFB17') or >= '\uD800' and <= '\uDFFF'))
        {
            throw TrinoFailure.NotCertain("A letter of the text has no certain other case.");
        }
    }

    private static System.Text.RegularExpressions.Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
