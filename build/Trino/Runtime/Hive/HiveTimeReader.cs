using System.Globalization;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>
/// unix_timestamp() with a pattern. Hive 4 wants the whole text to fit, a number in as many digits as the pattern says, and
/// takes a day beyond the month for its last; Hive 2 is lenient in all of that, and leaves out what follows.
/// </summary>
internal sealed class HiveTimeReader(string text, string pattern, int version)
{
    private readonly Dictionary<char, long> _fields = [];
    private int _at;
    private long? _offset;

    /// <summary>Unix seconds, or null where the text does not fit.</summary>
    public long? Read()
    {
        var parts = HiveTimePattern.Parts(pattern).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var adjacent = i + 1 < parts.Count && parts[i + 1].Literal is null && IsNumber(parts[i + 1]);
            if (!(parts[i].Literal is { } literal ? Literal(literal) : Field(parts[i].Letter, parts[i].Size, adjacent)))
            {
                return null;
            }
        }

        return version == 4 && _at < text.Length ? null : Instant();
    }

    private static bool IsNumber((char Letter, int Size, string? Literal) part) =>
        part.Letter is 'y' or 'd' or 'H' or 'h' or 'm' or 's' or 'S' || (part.Letter == 'M' && part.Size <= 2);

    private bool Literal(string literal)
    {
        if (string.CompareOrdinal(text, _at, literal, 0, literal.Length) != 0)
        {
            return false;
        }

        _at += literal.Length;
        return true;
    }

    private bool Field(char letter, int size, bool adjacent)
    {
        switch (letter)
        {
            case 'M' when size is 3 or 4:
                return Named(EnglishNames.Months, size, i => _fields['M'] = i + 1);
            case 'E' when size <= 4:
                return Named(EnglishNames.Days, size, _ => { });
            case 'a' when size == 1:
                return Half();
            case 'z' when size <= 3:
                return Zone();
            case 'Z' when size <= 3:
                return Offset(colon: false);
            case 'X' when size == 3:
                return Offset(colon: true);
            case 'y' when size is 1 or 2 or 4:
            case 'M' or 'd' or 'H' or 'h' or 'm' or 's' when size <= 2:
            case 'S' when size == 3:
                return Digits(letter, size, adjacent);
            default:
                throw HiveTimePattern.Unsure(letter);
        }
    }

    private bool Digits(char letter, int size, bool adjacent)
    {
        if (version == 2)
        {
            while (_at < text.Length && text[_at] is ' ' or '\t')
            {
                _at++;
            }
        }

        var (least, most) = adjacent ? (version == 4 ? size : 1, size)
            : version == 2 ? (1, 9)
            : letter == 'y' && size != 2 ? (size, 9)
            : size == 1 ? (1, 9)
            : (size, size);
        var start = _at;
        while (_at < text.Length && _at - start < most && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        var count = _at - start;
        if (count < least)
        {
            return _at < text.Length && text[_at] is '-' or '+' && start == _at && version == 2 ? throw Unsure() : false;
        }

        var number = long.Parse(text.AsSpan(start, count), CultureInfo.InvariantCulture);
        _fields[letter] = letter == 'y' ? Year(number, size, count) : number;
        return true;
    }

    private long Year(long number, int size, int count)
    {
        if (size == 2 && count == 2)
        {
            // Java puts two digits within eighty years back and twenty ahead
            return version == 4 || number <= 40 ? 2000 + number : throw Unsure();
        }

        return number;
    }

    private bool Named(IReadOnlyList<string> names, int size, Action<int> found)
    {
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var (name, isShort) in new[] { (names[i], false), (names[i][..3], true) })
            {
                if (string.Compare(text, _at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0)
                {
                    continue;
                }

                // Hive 4 wants the form that the pattern says; May is both
                if (version == 4 && isShort != (size < 4) && names[i].Length > 3)
                {
                    continue;
                }

                _at += name.Length;
                found(i);
                return true;
            }
        }

        return false;
    }

    private bool Half()
    {
        foreach (var (name, value) in new[] { ("AM", 0), ("PM", 1) })
        {
            if (string.Compare(text, _at, name, 0, 2, StringComparison.OrdinalIgnoreCase) == 0)
            {
                _at += 2;
                _fields['a'] = value;
                return true;
            }
        }

        return false;
    }

    private bool Zone()
    {
        foreach (var (name, hours) in new[] { ("UTC", 0), ("GMT", 0), ("PST", -8), ("EST", -5) })
        {
            if (string.CompareOrdinal(text, _at, name, 0, name.Length) == 0)
            {
                _at += name.Length;
                _offset = hours * 3600L;
                return _at == text.Length ? true : throw Unsure();
            }
        }

        throw Unsure();
    }

    private bool Offset(bool colon)
    {
        if (colon && _at < text.Length && text[_at] == 'Z')
        {
            _at++;
            _offset = 0;
            return true;
        }

        var size = colon ? 6 : 5;
        if (_at + size > text.Length || text[_at] is not ('+' or '-'))
        {
            return _at >= text.Length || version == 4 ? false : throw Unsure();
        }

        var digits = text[(_at + 1)..(_at + size)];
        if (colon && digits[2] != ':')
        {
            return false;
        }

        digits = digits.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length != 4 || !digits.All(char.IsAsciiDigit))
        {
            return version == 4 ? false : throw Unsure();
        }

        var seconds = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 3600L) + (int.Parse(digits[2..], CultureInfo.InvariantCulture) * 60L);
        _offset = text[_at] == '-' ? -seconds : seconds;
        _at += size;
        return true;
    }

    private long? Instant()
    {
        if (!_fields.ContainsKey('y') || (!_fields.ContainsKey('M') && _fields.ContainsKey('d')))
        {
            throw Unsure();
        }

        if (version == 4 && !_fields.ContainsKey('d'))
        {
            throw Unsure();
        }

        long Value(char letter, long otherwise) => _fields.GetValueOrDefault(letter, otherwise);
        var (year, month, day) = (Value('y', 0), Value('M', 1), Value('d', 1));
        if (year is < 1583 or > 9999)
        {
            throw Unsure();
        }

        var (minute, second) = (Value('m', 0), Value('s', 0));
        var hour = Hour();
        if (version == 4)
        {
            if (month is < 1 or > 12 || day is < 1 or > 31 || hour is null or > 23 || minute > 59 || second > 59)
            {
                return null;
            }

            day = Math.Min(day, Civil.DaysIn(year, (int)month));
        }
        else if (hour is null || month is < 1 or > 99 || day is < 1 or > 999 || hour > 999)
        {
            throw Unsure();
        }

        var days = Civil.AddMonths(Civil.Days(year, 1, 1), month - 1) + day - 1;
        return (days * 86400) + (hour.Value * 3600) + (minute * 60) + second - (_offset ?? 0);
    }

    /// <summary>Null where the hour is none; an hour of twelve without its half is refused.</summary>
    private long? Hour()
    {
        if (!_fields.TryGetValue('h', out var twelve))
        {
            return _fields.ContainsKey('a') ? throw Unsure() : _fields.GetValueOrDefault('H', 0);
        }

        return !_fields.TryGetValue('a', out var half) || _fields.ContainsKey('H') ? throw Unsure()
            : twelve is < 1 or > 12 ? null
            : (twelve % 12) + (half * 12);
    }

    private static TrinoFailure Unsure() => TrinoFailure.NotCertain("What Hive makes of this text by this time pattern is not certain");
}
