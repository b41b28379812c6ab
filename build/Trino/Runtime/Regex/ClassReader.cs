namespace Cdp.Trino.Runtime.Regex;

/// <summary>Reads what stands between brackets: ranges, escapes, nested classes, <c>&amp;&amp;</c>, POSIX names.</summary>
internal sealed class ClassReader(PatternText text, bool asciiOnly, bool ignoreCase)
{
    /// <summary>Called after the opening bracket; leaves the text after the closing one.</summary>
    public (CharacterSet Set, bool Negated) Read()
    {
        var negated = text.Take("^");
        var set = new CharacterSet([]);
        CharacterSet? before = null;
        for (var first = true; ; first = false)
        {
            if (text.AtEnd)
            {
                throw TrinoFailure.InvalidArgument("premature end of char-class");
            }

            if (!first && text.Take("]"))
            {
                break;
            }

            if (first && text.Peek() == ']')
            {
                _ = text.Rest.IndexOf(']', 1) > 0 ? true : throw TrinoFailure.InvalidArgument("empty char-class");
            }

            if (text.Take("&&"))
            {
                before = before?.Intersect(set) ?? set;
                set = new([]);
                continue;
            }

            set = set.Union(Item());
        }

        return (before?.Intersect(set) ?? set, negated);
    }

    private CharacterSet Item()
    {
        if (text.Rest.StartsWith("[:", StringComparison.Ordinal) && text.Rest.IndexOf(":]", StringComparison.Ordinal) is > 0 and var end)
        {
            var name = text.Rest[2..end];
            text.Skip(end + 2);
            return Properties.Bracket(name, asciiOnly);
        }

        if (text.Take("["))
        {
            var (nested, negated) = Read();
            return !negated ? nested : Complement(nested);
        }

        if (text.Peek() == '\\' && EscapedSet() is { } set)
        {
            return set;
        }

        var first = Character();
        if (!text.Rest.StartsWith('-') || text.Rest.StartsWith("-]", StringComparison.Ordinal) || text.Rest.Length == 1)
        {
            return CharacterSet.Of(first, first);
        }

        if (text.Rest.StartsWith("-[", StringComparison.Ordinal) || text.Rest.StartsWith("-&&", StringComparison.Ordinal))
        {
            throw TrinoFailure.NotCertain("A range before a nested character class is not supported.");
        }

        text.Skip(1);
        if (text.Peek() == '\\' && text.Rest.Length > 1 && "dDwWsSpPhHRX".Contains(text.Rest[1], StringComparison.Ordinal))
        {
            throw TrinoFailure.NotCertain("A range that ends in a character class is not supported.");
        }

        var last = Character();
        return last >= first
            ? CharacterSet.Of(first, last)
            : throw TrinoFailure.InvalidArgument("empty range in char class");
    }

    private CharacterSet? EscapedSet()
    {
        var set = text.Rest.Length < 2 ? null : text.Rest[1] switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Negate(),
            'w' => CharacterSet.Word,
            'W' => Complement(CharacterSet.Word),
            's' => CharacterSet.Space,
            'S' => CharacterSet.Space.Negate(),
            _ => null,
        };
        if (set is not null)
        {
            text.Skip(2);
            return set;
        }

        if (text.Rest.StartsWith(@"\P", StringComparison.Ordinal))
        {
            throw TrinoFailure.NotCertain(@"\P inside a character class is not supported.");
        }

        return text.Take(@"\p") ? Properties.Unicode(text.Braced(), asciiOnly) : null;
    }

    private int Character() => text.Take(@"\") ? text.Escaped() : text.Next();

    private CharacterSet Complement(CharacterSet set) => ignoreCase
        ? throw TrinoFailure.NotCertain("A complement inside a character class is not supported together with (?i).")
        : set.Negate();
}
