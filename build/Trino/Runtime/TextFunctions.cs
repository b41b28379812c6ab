using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime;

/// <summary>Functions over text, by code point. Those that DuckDB does equally are not here.</summary>
internal static class TextFunctions
{
    private const string SoundexDigits = "01230120022455012623010202";

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string>("reverse", Reverse);
        sink.Add<string, long>("codepoint", CodePoint);
        sink.Add<long, string>("chr", Chr);
        sink.Add<string, string, long>("levenshtein_distance", Levenshtein);
        sink.Add<string, string, long>("hamming_distance", Hamming);
        sink.Add<string, string>("soundex", Soundex);
        sink.Add<string, bool>("luhn_check", Luhn);
        sink.Add<string, string, string>("normalize", Unicode.Normalization.Normalize);
        sink.Add<string, string, long, long>("strpos", Position);
        sink.Add<string, long, string, string>("lpad", (text, size, pad) => Pad(text, size, pad, left: true));
        sink.Add<string, long, string, string>("rpad", (text, size, pad) => Pad(text, size, pad, left: false));
        sink.Add<string, string, string>("replace", (text, search) => Replace(text, search, ""));
        sink.Add<string, string, string, string>("replace", Replace);
        sink.Add<string, string, string, string>("translate", Translate);
        Splitting.AddTo(sink);
        Radix.AddTo(sink);
    }

    private static string Reverse(string text) => string.Concat(text.EnumerateRunes().Reverse());

    private static long CodePoint(string text) =>
        text.Length > 0 && text.Length == CodePoints.Size(text, 0)
            ? char.ConvertToUtf32(text, 0)
            : throw TrinoFailure.InvalidArgument("Input string must be a single character string");

    private static string Chr(long value) =>
        value is >= 0 and <= 0x10FFFF && Rune.IsValid((int)value)
            ? char.ConvertFromUtf32((int)value)
            : throw TrinoFailure.InvalidArgument($"Not a valid Unicode code point: {value}");

    private static long Levenshtein(string one, string other)
    {
        Rune[] left = [.. one.EnumerateRunes()];
        Rune[] right = [.. other.EnumerateRunes()];
        if ((long)left.Length * right.Length > 1_000_000)
        {
            throw TrinoFailure.InvalidArgument("The combined inputs for Levenshtein distance are too large");
        }

        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < right.Length; j++)
            {
                var replaced = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }

    private static long Hamming(string one, string other)
    {
        Rune[] left = [.. one.EnumerateRunes()];
        Rune[] right = [.. other.EnumerateRunes()];
        return left.Length == right.Length
            ? left.Where((rune, index) => rune != right[index]).Count()
            : throw TrinoFailure.InvalidArgument("The input strings to hamming_distance function must have the same length");
    }

    /// <summary>American Soundex: h and w do not part equal digits, vowels do; other characters are left out.</summary>
    public static string Soundex(string text)
    {
        var letters = text.Where(char.IsLetter).Select(char.ToUpperInvariant).ToList();
        if (letters.Exists(letter => letter is < 'A' or > 'Z'))
        {
            throw TrinoFailure.NotCertain("soundex of letters beyond A to Z is not supported.");
        }

        if (letters.Count == 0)
        {
            return "";
        }

        var code = new StringBuilder(4).Append(letters[0]);
        var last = SoundexDigits[letters[0] - 'A'];
        foreach (var letter in letters.Skip(1).TakeWhile(_ => code.Length < 4))
        {
            var digit = SoundexDigits[letter - 'A'];
            if (digit != '0' && digit != last)
            {
                code.Append(digit);
            }

            last = letter is 'H' or 'W' ? last : digit;
        }

        return code.ToString().PadRight(4, '0');
    }

    private static bool Luhn(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        if (!text.All(char.IsAsciiDigit))
        {
            throw TrinoFailure.InvalidArgument("Input contains non-digit character");
        }

        var sum = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var digit = text[^(index + 1)] - '0';
            digit = index % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>The place of the n-th occurrence, from the end when negative; occurrences may overlap.</summary>
    private static long Position(string text, string search, long instance)
    {
        if (instance == 0)
        {
            throw TrinoFailure.InvalidArgument("'instance' must be a positive or negative number.");
        }

        if (search.Length == 0)
        {
            return 1;
        }

        var at = instance > 0 ? -1 : text.Length - search.Length + 1;
        for (var left = Math.Abs(instance); left > 0; left--)
        {
            at = instance > 0
                ? text.IndexOf(search, at + 1, StringComparison.Ordinal)
                : at <= 0 ? -1 : text.LastIndexOf(search, at + search.Length - 2, StringComparison.Ordinal);
            if (at < 0)
            {
                return 0;
            }
        }

        return CodePoints.Count(text.AsSpan(0, at)) + 1;
    }

    private static string Pad(string text, long size, string pad, bool left)
    {
        if (size is < 0 or > int.MaxValue)
        {
            throw TrinoFailure.InvalidArgument("Target length must be in the range [0..2147483647]");
        }

        if (pad.Length == 0)
        {
            throw TrinoFailure.InvalidArgument("Padding string must not be empty");
        }

        var missing = size - CodePoints.Count(text);
        if (missing <= 0)
        {
            return text[..CodePoints.Offset(text, size)];
        }

        var units = CodePoints.Count(pad);
        var fill = string.Concat(Enumerable.Repeat(pad, (int)(missing / units))) + pad[..CodePoints.Offset(pad, missing % units)];
        return left ? fill + text : text + fill;
    }

    /// <summary>An empty search text stands before and after every character.</summary>
    private static string Replace(string text, string search, string replacement) => search.Length > 0
        ? text.Replace(search, replacement, StringComparison.Ordinal)
        : replacement + string.Concat(text.EnumerateRunes().Select(rune => rune.ToString() + replacement));

    /// <summary>Each character of <paramref name="from"/> becomes the one at the same place of <paramref name="to"/>, or nothing.</summary>
    private static string Translate(string text, string from, string to)
    {
        Rune[] targets = [.. to.EnumerateRunes()];
        Dictionary<Rune, string> map = [];
        foreach (var (index, rune) in from.EnumerateRunes().Index())
        {
            map.TryAdd(rune, index < targets.Length ? targets[index].ToString() : "");
        }

        return string.Concat(text.EnumerateRunes().Select(rune => map.GetValueOrDefault(rune, rune.ToString())));
    }
}
