using System.Globalization;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>Groups, and what a backslash begins.</summary>
internal sealed partial class PatternReader
{
    private Part Group(Flags flags)
    {
        _text.Skip(1);
        var opening = Opening(ref flags);
        var number = _groups.Count;
        _open++;
        var body = Choices(flags);
        _open--;
        if (!body.CanBeEmpty && opening[^1] is '(' or '>')
        {
            _filled.Add(number);
        }

        if (!_text.Take(")"))
        {
            throw TrinoFailure.InvalidArgument("end pattern with unmatched parenthesis");
        }

        var isLook = opening is "(?=" or "(?!" or "(?<=" or "(?<!";
        if (opening is "(?<=" or "(?<!" && !body.IsFixed)
        {
            throw TrinoFailure.NotCertain("A look-behind of no fixed length is not supported.");
        }

        return new(
            $"{opening}{body.DotNet})",
            isLook || opening == "(?>" ? null : body.Re2 is { } re2 ? $"{(opening.StartsWith("(?<", StringComparison.Ordinal) ? "(" : opening)}{re2})" : null,
            isLook || body.CanBeEmpty,
            isLook || body.IsFixed);
    }

    private string Opening(ref Flags flags)
    {
        foreach (var mark in (string[])["?:", "?=", "?!", "?<=", "?<!", "?>"])
        {
            if (_text.Take(mark))
            {
                return $"({mark}";
            }
        }

        if (_text.Take("?<"))
        {
            var end = _text.Rest.IndexOf('>', StringComparison.Ordinal);
            var name = end < 1 ? "" : _text.Rest[..end];
            if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit) || char.IsAsciiDigit(name[0]) || _groups.Contains(name))
            {
                throw TrinoFailure.NotCertain("This group name is not supported.");
            }

            _text.Skip(end + 1);
            _groups.Add(name);
            return $"(?<{name}>";
        }

        if (_text.Take("?"))
        {
            var colon = _text.Rest.IndexOf(':', StringComparison.Ordinal);
            flags = flags.With(colon < 1 ? "?" : _text.Rest[..colon]);
            HasIgnoreCase |= flags.IgnoreCase;
            _text.Skip(colon + 1);
            return flags.IgnoreCase ? "(?i:" : "(?-i:";
        }

        _groups.Add(null);
        return "(";
    }

    private Part Escape(Flags flags)
    {
        switch (_text.Peek())
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                var mark = (char)_text.Next();
                var set = char.ToLowerInvariant(mark) switch { 'd' => CharacterSet.Digits, 'w' => CharacterSet.Word, _ => CharacterSet.Space };
                return Part.Of(set, char.IsAsciiLetterUpper(mark), flags.IgnoreCase);
            case 'p' or 'P':
                var negated = _text.Next() == 'P';
                var name = _text.Braced();
                HasProperties = true;
                HasTwoReadings |= char.IsAsciiLetterUpper(name.FirstOrDefault()) && name.Length > 2;
                return flags.IgnoreCase
                    ? throw TrinoFailure.NotCertain(@"\p{…} together with (?i) is not supported.")
                    : Part.Of(Properties.Unicode(name, asciiOnly), negated, ignoreCase: false);
            case 'b' or 'B':
                HasTwoReadings = true;
                return Boundary(_text.Next() == 'B');
            case 'A':
                _text.Skip(1);
                return new(@"\A", @"\A", true);
            case 'z':
                _text.Skip(1);
                return new(@"\z", @"\z", true);
            case 'Z':
                _text.Skip(1);
                return new(@"\Z", null, true);
            case >= '1' and <= '9':
                return BackReference();
            default:
                return Character(_text.Escaped(), flags);
        }
    }

    private Part Boundary(bool negated)
    {
        const string word = "[0-9A-Z_a-z]";
        return new(
            !asciiOnly ? (negated ? @"\B" : @"\b")
            : negated ? $"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))"
            : $"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))",
            null,
            CanBeEmpty: true);
    }

    private Part BackReference()
    {
        var number = _text.Next() - '0';
        return char.IsAsciiDigit(_text.Peek()) || number > _groups.Count || _open > 0
            ? throw TrinoFailure.NotCertain("This back-reference is not supported.")
            : new(string.Create(CultureInfo.InvariantCulture, $@"(?:\{number})"), null, CanBeEmpty: !_filled.Contains(number), IsFixed: false);
    }
}
