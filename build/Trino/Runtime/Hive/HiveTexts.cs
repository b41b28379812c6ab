using System.Text;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>Functions over text. Where Hive counts in UTF-16 units, characters beyond U+FFFF are refused.</summary>
internal static class HiveTexts
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string>("hive_lower", Lower);
        sink.Add<string, string>("hive_upper", Upper);
        sink.Add<string, string>("hive_initcap", Capitals);
        sink.Add<string, int, int, string>("hive_substr", Substring);
        sink.Add<string, string, int, int>("hive_locate", (find, text, from) => from < 1 ? 0 : Locate(find, Short(text), from));
        sink.Add<string, string, int>("hive_instr_units", (text, find) => text.IndexOf(find, StringComparison.Ordinal) + 1);
        sink.Add<string, int, string, string?>("hive_lpad", (text, size, pad) => Pad(text, size, pad, left: true));
        sink.Add<string, int, string, string?>("hive_rpad", (text, size, pad) => Pad(text, size, pad, left: false));
        sink.Add<string, string>("hive_reverse", text => string.Concat(text.EnumerateRunes().Reverse()));
        sink.Add<string, string, string, string>("hive_translate", Translate);
        sink.Add<string, string, int>("hive_find_in_set", (find, set) => find.Contains(',', StringComparison.Ordinal) ? 0 : Array.IndexOf(set.Split(','), find) + 1);
        sink.Add<string, string, int, string>("hive_substring_index", SubstringIndex);
        sink.Add<string, int>("hive_ascii", text => text.Length == 0 ? 0 : (sbyte)Encoding.UTF8.GetBytes(text)[0]);
        sink.Add<string, string>("hive_soundex", text => text.All(char.IsAsciiLetter) ? TextFunctions.Soundex(text) : throw TrinoFailure.NotCertain("soundex() of other than letters is not supported locally"));
        sink.Add<long, string>("hive_chr", code => code < 0 ? "" : (code & 0xFF) < 0x80 ? ((char)(code & 0xFF)).ToString() : throw TrinoFailure.NotCertain("chr() beyond ASCII is not supported locally"));
        sink.Add<List<string?>, string, string>("hive_join", (items, separator) => string.Join(separator, items.Select(i => i ?? "null")));
    }

    private static string Lower(string text) => Ascii.IsValid(text) || !text.AsSpan().ContainsAny("Σİ") ? text.ToLowerInvariant()
        : text.Contains('İ', StringComparison.Ordinal) ? throw TrinoFailure.NotCertain("The lower case of this text is not supported locally")
        : Sigma(text);

    /// <summary>A capital sigma at the end of a word has a form of its own.</summary>
    private static string Sigma(string text)
    {
        var lower = text.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != 'Σ')
            {
                continue;
            }

            var before = i > 0 && char.IsLetter(text[i - 1]);
            var after = i + 1 < text.Length && char.IsLetter(text[i + 1]);
            var sure = (i == 0 || char.IsLetter(text[i - 1]) || text[i - 1] == ' ') && (i + 1 == text.Length || char.IsLetter(text[i + 1]) || text[i + 1] == ' ');
            lower[i] = !sure ? throw TrinoFailure.NotCertain("The lower case of this text is not supported locally") : before && !after ? 'ς' : 'σ';
        }

        return new string(lower);
    }

    private static string Upper(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToUpperInvariant();
        }

        var upper = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                'ß' => upper.Append("SS"),
                'ﬁ' => upper.Append("FI"),
                'ﬂ' => upper.Append("FL"),
                'ﬀ' => upper.Append("FF"),
                _ when IsSpecial(c) => throw TrinoFailure.NotCertain("The upper case of this text is not supported locally"),
                _ => upper.Append(char.ToUpperInvariant(c)),
            };
        }

        return upper.ToString();
    }

    /// <summary>Letters whose capital is more than one, or that engines know differently.</summary>
    private static bool IsSpecial(char c) => c is 'ŉ' or 'ǰ' or 'ΐ' or 'ΰ' or 'և' or 'ı'
        or (>= '\u01C4' and <= '\u01CC') or (>= '\u01F1' and <= '\u01F3') or (>= '\u1E96' and <= '\u1E9E') or (>= '\u1F50' and <= '\u1FFF')
        or (>= '\u10D0' and <= '\u10FF') or (>= '\uFB00' and <= '\uFB17') or (>= '\uA640' and <= '\uABFF') or (>= '\u1C80' and <= '\u1CBF');

    /// <summary>The first letter of each word in capitals, the rest in small ones; blanks part the words.</summary>
    private static string Capitals(string text)
    {
        var result = new StringBuilder(text.Length);
        var first = true;
        foreach (var c in text)
        {
            if (c > 0x7F && (char.IsSurrogate(c) || IsSpecial(c) || c is 'ß' or 'Σ' or 'İ' || (char.IsWhiteSpace(c) && c != '\u3000')))
            {
                throw TrinoFailure.NotCertain("initcap() of this text is not supported locally");
            }

            result.Append(first ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            first = char.IsWhiteSpace(c);
        }

        return result.ToString();
    }

    private static string Short(string text) => text.Any(char.IsSurrogate)
        ? throw TrinoFailure.NotCertain("Places in a text with characters beyond U+FFFF are not supported locally")
        : text;

    private static string Substring(string text, int start, int length)
    {
        Short(text);
        var from = start > 0 ? start - 1 : start == 0 ? 0 : text.Length + start;
        return from < 0 || from >= text.Length || length <= 0 ? "" : text.Substring(from, Math.Min(length, text.Length - from));
    }

    private static int Locate(string find, string text, int from) =>
        from - 1 > text.Length ? 0 : text.IndexOf(find, from - 1, StringComparison.Ordinal) + 1;

    private static string? Pad(string text, int size, string pad, bool left)
    {
        if (size < 0)
        {
            throw HiveRuntime.Fail("StringIndexOutOfBoundsException String index out of range: " + size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (Short(text).Length >= size)
        {
            return text[..size];
        }

        if (Short(pad).Length == 0)
        {
            return null;
        }

        var fill = string.Concat(Enumerable.Repeat(pad, ((size - text.Length) / pad.Length) + 1))[..(size - text.Length)];
        return left ? fill + text : text + fill;
    }

    private static string Translate(string text, string from, string to)
    {
        var map = new Dictionary<Rune, Rune?>();
        var targets = to.EnumerateRunes().ToList();
        foreach (var (rune, i) in from.EnumerateRunes().Select((r, i) => (r, i)))
        {
            map.TryAdd(rune, i < targets.Count ? targets[i] : null);
        }

        return string.Concat(text.EnumerateRunes().Select(r => map.TryGetValue(r, out var other) ? other?.ToString() ?? "" : r.ToString()));
    }

    private static string SubstringIndex(string text, string delimiter, int count)
    {
        if (text.Length == 0 || delimiter.Length == 0 || count == 0)
        {
            return "";
        }

        var parts = text.Split(delimiter);
        if (delimiter.Length > 1 && count < 0)
        {
            throw TrinoFailure.NotCertain("substring_index() from the end with several letters is not supported locally");
        }

        return count > 0 ? string.Join(delimiter, parts.Take(count)) : string.Join(delimiter, parts.TakeLast(-count));
    }
}
