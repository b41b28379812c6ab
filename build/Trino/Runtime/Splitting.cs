namespace Cdp.Trino.Runtime;

/// <summary>Splitting by literal delimiters.</summary>
internal static class Splitting
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string, List<string?>>("split", (text, delimiter) => Split(text, delimiter, int.MaxValue));
        sink.Add<string, string, long, List<string?>>("split", Split);
        sink.Add<string, string, long, string?>("split_part", Part);
        sink.Add<string, string, string, List<string?>>("split_to_map_keys", (text, entry, value) => [.. Map(text, entry, value).Select(pair => pair.Key)]);
        sink.Add<string, string, string, List<string?>>("split_to_map_values", (text, entry, value) => [.. Map(text, entry, value).Select(pair => pair.Value)]);
        sink.Add<string, string, string, List<string?>>("split_to_multimap_keys", (text, entry, value) => [.. Entries(text, entry, value).Select(pair => pair.Key)]);
        sink.Add<string, string, string, List<string?>>("split_to_multimap_values", (text, entry, value) => [.. Entries(text, entry, value).Select(pair => pair.Value)]);
    }

    private static List<string?> Split(string text, string delimiter, long limit)
    {
        if (limit <= 0)
        {
            throw TrinoFailure.InvalidArgument("Limit must be positive");
        }

        if (limit > int.MaxValue)
        {
            throw TrinoFailure.InvalidArgument("Limit is too large");
        }

        return delimiter.Length == 0
            ? throw TrinoFailure.InvalidArgument("The delimiter may not be the empty string")
            : [.. text.Split(delimiter, (int)limit)];
    }

    /// <summary>NULL beyond the last part; an empty delimiter parts every character.</summary>
    private static string? Part(string text, string delimiter, long index)
    {
        if (index <= 0)
        {
            throw TrinoFailure.InvalidArgument("Index must be greater than zero");
        }

        var parts = delimiter.Length == 0
            ? [.. text.EnumerateRunes().Select(rune => rune.ToString())]
            : text.Split(delimiter);
        return delimiter.Length == 0 && text.Length == 0
            ? throw TrinoFailure.NotCertain("split_part of an empty text by an empty delimiter is not supported.")
            : index <= parts.Length ? parts[index - 1] : null;
    }

    private static List<KeyValuePair<string, string>> Map(string text, string entryDelimiter, string valueDelimiter)
    {
        var entries = Entries(text, entryDelimiter, valueDelimiter);
        HashSet<string> keys = [];
        foreach (var (key, _) in entries)
        {
            _ = keys.Add(key) ? true : throw TrinoFailure.InvalidArgument($"Duplicate keys ({key}) are not allowed");
        }

        return entries;
    }

    private static List<KeyValuePair<string, string>> Entries(string text, string entryDelimiter, string valueDelimiter)
    {
        if (entryDelimiter.Length == 0 || valueDelimiter.Length == 0)
        {
            throw TrinoFailure.InvalidArgument($"{(entryDelimiter.Length == 0 ? "entry" : "keyValue")}Delimiter is empty");
        }

        if (entryDelimiter == valueDelimiter)
        {
            throw TrinoFailure.InvalidArgument("entryDelimiter and keyValueDelimiter must not be the same");
        }

        List<KeyValuePair<string, string>> entries = [];
        var parts = text.Split(entryDelimiter);
        foreach (var part in parts[^1].Length == 0 ? parts[..^1] : parts)
        {
            var pair = part.Split(valueDelimiter);
            entries.Add(pair.Length == 2
                ? new(pair[0], pair[1])
                : throw TrinoFailure.InvalidArgument(
                    $"Key-value delimiter must appear exactly once in each entry. Bad input: '{part}'"));
        }

        return entries;
    }
}
