using System.Globalization;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>
/// Reads a pattern in Joni's Java syntax, the one Trino uses, and writes it for other engines. <c>\d \w \s</c> are ASCII,
/// <c>.</c> excludes only the newline, <c>$</c> also matches before a last newline. What is not certain is refused.
/// </summary>
/// <param name="asciiOnly">How to read <c>\b</c> and POSIX names, which are not certain beyond ASCII.</param>
internal sealed partial class PatternReader(string pattern, bool asciiOnly)
{
    private readonly PatternText _text = new(pattern);
    private readonly List<string?> _groups = [];
    private readonly HashSet<int> _filled = [];
    private int _open;

    public IReadOnlyList<string?> Groups => _groups;

    /// <summary>There is <c>\b</c> or a POSIX name, so that the two readings may differ.</summary>
    public bool HasTwoReadings { get; private set; }

    public bool HasIgnoreCase { get; private set; }

    public bool HasProperties { get; private set; }

    public Part Read()
    {
        var part = Choices(new Flags());
        if (!_text.AtEnd)
        {
            throw TrinoFailure.InvalidArgument("unmatched close parenthesis");
        }

        return _groups.Exists(name => name is null) && _groups.Exists(name => name is not null)
            ? throw TrinoFailure.NotCertain("Named and plain groups in one pattern are not supported.")
            : part;
    }

    private Part Choices(Flags flags)
    {
        var (part, late) = Sequence(ref flags);
        while (_text.Take("|"))
        {
            if (late)
            {
                throw TrinoFailure.NotCertain("Flags in the middle of an alternative are not supported.");
            }

            (var next, late) = Sequence(ref flags);
            part = part.Or(next);
        }

        return part;
    }

    private (Part Part, bool HasLateFlags) Sequence(ref Flags flags)
    {
        var part = Part.Nothing;
        var late = false;
        while (!_text.AtEnd && _text.Peek() is not ('|' or ')'))
        {
            if (TakeFlags(ref flags) is { } written)
            {
                late |= part != Part.Nothing;
                part = part.Then(written);
            }
            else if (_text.Take(@"\Q"))
            {
                part = part.Then(Literal(flags));
            }
            else
            {
                part = part.Then(Quantified(Atom(flags)));
            }
        }

        return (part, late);
    }

    private Part? TakeFlags(ref Flags flags)
    {
        var end = _text.Rest.IndexOf(')', StringComparison.Ordinal);
        if (!_text.Rest.StartsWith("(?", StringComparison.Ordinal) || end < 3
            || _text.Rest[2..end].Any(c => !char.IsAsciiLetter(c) && c != '-'))
        {
            return null;
        }

        flags = flags.With(_text.Rest[2..end]);
        HasIgnoreCase |= flags.IgnoreCase;
        _text.Skip(end + 1);
        return Part.Nothing with { DotNet = flags.IgnoreCase ? "(?i)" : "(?-i)", Re2 = flags.IgnoreCase ? null : "" };
    }

    private Part Literal(Flags flags)
    {
        var part = Part.Nothing;
        while (!_text.AtEnd && !_text.Take(@"\E"))
        {
            part = part.Then(Character(_text.Next(), flags));
        }

        return part;
    }

    private Part Atom(Flags flags)
    {
        switch (_text.Peek())
        {
            case '(':
                return Group(flags);
            case '[':
                _text.Skip(1);
                HasTwoReadings |= _text.Rest.Contains("[:", StringComparison.Ordinal);
                var (set, negated) = new ClassReader(_text, asciiOnly, flags.IgnoreCase).Read();
                HasProperties |= set.HasProperties;
                return Part.Of(set, negated, flags.IgnoreCase);
            case '.':
                _text.Skip(1);
                return flags.DotAll ? Part.Of(CharacterSet.All, negated: false, flags.IgnoreCase) : Part.Of(CharacterSet.NewLine, negated: true, flags.IgnoreCase);
            case '^':
                _text.Skip(1);
                return flags.Multiline ? new(@"(?:\A|(?<=\n)(?!\z))", null, true) : new(@"\A", @"\A", true);
            case '$':
                _text.Skip(1);
                return flags.Multiline ? new("(?m:$)", null, true) : new(@"\Z", null, true);
            case '*' or '+' or '?':
                throw TrinoFailure.InvalidArgument("target of repeat operator is not specified");
            case '\\':
                _text.Skip(1);
                return Escape(flags);
            default:
                return Character(_text.Next(), flags);
        }
    }

    private Part Quantified(Part atom)
    {
        var start = _text.Rest;
        var mark = _text.Take("*") ? "*" : _text.Take("+") ? "+" : _text.Take("?") ? "?" : Interval();
        if (mark is null)
        {
            return atom;
        }

        if (atom.CanBeEmpty && mark != "?")
        {
            throw TrinoFailure.NotCertain("A repetition of something that may be empty is not supported in a pattern.");
        }

        var lazy = _text.Take("?");
        var possessive = !lazy && _text.Take("+");
        if (_text.Peek() is '*' or '+' or '?' || (_text.Peek() == '{' && Interval() is not null))
        {
            throw TrinoFailure.NotCertain("A repetition of a repetition is not supported in a pattern.");
        }

        var suffix = mark + (lazy ? "?" : "");
        return new(
            possessive ? $"(?>(?:{atom.DotNet}){suffix})" : $"(?:{atom.DotNet}){suffix}",
            possessive || atom.Re2 is null || IsLong(mark) ? null : $"(?:{atom.Re2}){suffix}",
            atom.CanBeEmpty || mark is "*" or "?" || start.StartsWith("{0", StringComparison.Ordinal),
            atom.IsFixed && mark[0] == '{' && !mark.Contains(',', StringComparison.Ordinal));
    }

    /// <summary>RE2 writes repetitions out and refuses long ones.</summary>
    private static bool IsLong(string mark) =>
        mark[0] == '{' && mark.Trim('{', '}').Split(',').Any(bound => bound.Length > 2);

    private string? Interval()
    {
        if (_text.Peek() != '{' || _text.Rest.StartsWith("{,", StringComparison.Ordinal))
        {
            return null;
        }

        var end = _text.Rest.IndexOf('}', StringComparison.Ordinal);
        var bounds = end < 0 ? [] : _text.Rest[1..end].Split(',');
        var isWellFormed = bounds.Length is 1 or 2 && bounds[0].Length is > 0 and < 5 && bounds.All(bound => bound.All(char.IsAsciiDigit) && bound.Length < 5)
            && (bounds.Length == 1 || bounds[1].Length == 0
                || int.Parse(bounds[0], CultureInfo.InvariantCulture) <= int.Parse(bounds[1], CultureInfo.InvariantCulture));
        if (!isWellFormed)
        {
            throw TrinoFailure.NotCertain("A brace that is no interval is not supported in a pattern.");
        }

        var interval = _text.Rest[..(end + 1)];
        _text.Skip(end + 1);
        return interval;
    }

    private static Part Character(int character, Flags flags) =>
        character > 0x7F && flags.IgnoreCase
            ? new(CharacterSet.Escape(character), null, CanBeEmpty: false)
            : new(
                character > 0xFFFF ? $"(?:{CharacterSet.Escape(character)})" : CharacterSet.Escape(character),
                flags.IgnoreCase ? null : CharacterSet.Of(character, character).ToRe2(),
                CanBeEmpty: false);
}
