using System.Globalization;

namespace Cdp.Trino.Runtime.Time;

/// <summary>Reads a text by a format, as Joda does: to the end, digits up to the field's most, letters of literals in any case.</summary>
internal sealed class FormatParser(string text)
{
    private readonly Dictionary<FormatField, long> _fields = [];
    private int _at;

    /// <summary>The zone that stood in the text, or null.</summary>
    public string? Zone { get; private set; }

    /// <summary>The wall clock in microseconds.</summary>
    public long Parse(IReadOnlyList<FormatElement> elements)
    {
        if (elements.Count == 0)
        {
            throw TrinoFailure.InvalidArgument("Both printing and parsing not supported");
        }

        foreach (var element in elements)
        {
            Read(element);
        }

        return _at == text.Length ? new ParsedFields(_fields, text).Resolve() : throw Malformed();
    }

    private void Read(FormatElement element)
    {
        switch (element.Field)
        {
            case FormatField.Literal:
                _ = string.Compare(text, _at, element.Text, 0, element.Text.Length, StringComparison.OrdinalIgnoreCase) == 0 && _at + element.Text.Length <= text.Length
                    ? _at += element.Text.Length
                    : throw Malformed();
                break;
            case FormatField.MonthText or FormatField.MonthShortText:
                Set(FormatField.MonthOfYear, Name(EnglishNames.Months) + 1);
                break;
            case FormatField.DayText or FormatField.DayShortText:
                Set(FormatField.DayOfWeek, Name(EnglishNames.Days) + 1);
                break;
            case FormatField.HalfDay:
                Set(FormatField.HalfDay, Name(EnglishNames.Halves));
                break;
            case FormatField.TwoDigitYear:
                Set(FormatField.Year, TwoDigitYear(element.Pivot));
                break;
            case FormatField.Fraction:
                Set(FormatField.Fraction, Fraction(element.Most));
                break;
            case FormatField.Offset or FormatField.OffsetWithColon:
                Zone = Offset();
                break;
            case FormatField.ZoneId:
                Zone = ZoneId();
                break;
            case FormatField.Era or FormatField.Century:
                throw TrinoFailure.NotCertain("Parsing an era or a century is not supported.");
            case FormatField.YearOfEra:
                Set(FormatField.Year, Number(element.Most, isSigned: false) is > 0 and var year ? year : throw Malformed());
                break;
            default:
                Set(element.Field, Number(element.Most, element.Field is FormatField.Year or FormatField.WeekYear));
                break;
        }
    }

    private void Set(FormatField field, long value)
    {
        if (_fields.TryGetValue(field, out var known) && known != value)
        {
            throw TrinoFailure.NotCertain("A format with the same field twice is not supported.");
        }

        _fields[field] = value;
    }

    private long Number(int most, bool isSigned)
    {
        var start = _at;
        var sign = isSigned && _at + 1 < text.Length && text[_at] is '-' or '+' && char.IsAsciiDigit(text[_at + 1]) ? text[_at] : '+';
        if (isSigned && _at + 1 < text.Length && text[_at] is '-' or '+' && char.IsAsciiDigit(text[_at + 1]))
        {
            start = ++_at;
        }

        while (_at < text.Length && _at - start < most && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return _at == start ? throw Malformed()
            : long.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture) * (sign == '-' ? -1 : 1);
    }

    /// <summary>Exactly two digits. Where the middle year moves with the clock, years near its turn are refused.</summary>
    private long TwoDigitYear(int? pivot)
    {
        var start = _at;
        var value = Number(pivot is null ? 9 : 2, isSigned: false);
        if (_at - start != 2)
        {
            throw pivot is null ? TrinoFailure.NotCertain("A year that is not of two digits is not supported here.") : Malformed();
        }

        if (pivot is null && value is >= 35 and <= 50)
        {
            throw TrinoFailure.NotCertain("The century of this year depends on today's date.");
        }

        var least = (pivot ?? 1995) - 50;
        var century = Civil.Floor(least, 100) * 100;
        return century + value >= least ? century + value : century + value + 100;
    }

    /// <summary>In microseconds, cut to milliseconds.</summary>
    private long Fraction(int most)
    {
        var start = _at;
        while (_at < text.Length && _at - start < most && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return _at == start
            ? throw Malformed()
            : long.Parse(text[start.._at].PadRight(3, '0')[..3], CultureInfo.InvariantCulture) * 1000;
    }

    private int Name(IReadOnlyList<string> names)
    {
        var index = EnglishNames.Match(names, text, _at, out var length);
        _at += length;
        return index >= 0 ? index : throw Malformed();
    }

    private string Offset()
    {
        if (_at < text.Length && text[_at] is 'Z' or 'z')
        {
            _at++;
            return Zones.Utc;
        }

        var match = System.Text.RegularExpressions.Regex.Match(text[_at..], @"^([+-])([0-9]{2}):?([0-9]{2})(?![:0-9.])");
        if (!match.Success)
        {
            throw _at < text.Length && text[_at] is '+' or '-' ? TrinoFailure.NotCertain("This form of an offset is not supported.") : Malformed();
        }

        _at += match.Length;
        var minutes = (long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) * 60) + long.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        return minutes % 60 == minutes - (minutes / 60 * 60) && minutes < 24 * 60 && int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) < 60
            ? Zones.FromOffset(match.Groups[1].Value == "-" ? -minutes : minutes)
            : throw Malformed();
    }

    private string ZoneId()
    {
        var name = text[_at..];
        _at = text.Length;
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_') && Zones.Canonical(name) is { } zone
            ? zone
            : throw TrinoFailure.NotCertain($"The time zone in '{text}' is not supported here.");
    }

    private TrinoFailure Malformed() =>
        TrinoFailure.InvalidArgument(_at == 0 || _at >= text.Length
            ? $"Invalid format: \"{text}\"{(_at == 0 ? "" : " is too short")}"
            : $"Invalid format: \"{text}\" is malformed at \"{text[_at..]}\"");
}
