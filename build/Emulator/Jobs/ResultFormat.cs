using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Cdp.Trino;

namespace Cdp.Emulator.Jobs;

/// <summary>The rows of a finished job in the formats that TD's clients ask for.</summary>
internal static class ResultFormat
{
    /// <returns>Null for a format that TD does not have.</returns>
    public static string? ContentType(string format) => format switch
    {
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "msgpack" => "application/x-msgpack",
        "msgpack.gz" => "application/x-gzip",
        _ => null,
    };

    /// <param name="lines">One JSON array a row.</param>
    public static byte[] Write(
        IEnumerable<string> lines, ImmutableArray<ResultColumn> columns, string format, bool header)
    {
        using var output = new MemoryStream();
        switch (format)
        {
            case "json":
                WriteText(output, lines);
                break;
            case "csv":
                WriteText(output, Texts(lines, columns, header, ',', QuoteForCsv));
                break;
            case "tsv":
                WriteText(output, Texts(lines, columns, header, '\t', EscapeForTsv));
                break;
            case "msgpack":
                WriteRows(output, lines, columns);
                break;
            default:
                using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
                {
                    WriteRows(gzip, lines, columns);
                }

                break;
        }

        return output.ToArray();
    }

    private static void WriteText(Stream output, IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }

    private static void WriteRows(Stream output, IEnumerable<string> lines, ImmutableArray<ResultColumn> columns)
    {
        var pack = new MessagePack(output);
        foreach (var line in lines)
        {
            using var row = JsonDocument.Parse(line);
            pack.WriteRowLength(row.RootElement.GetArrayLength());
            foreach (var (index, value) in row.RootElement.EnumerateArray().Index())
            {
                pack.Write(value, columns[index].Type);
            }
        }
    }

    private static IEnumerable<string> Texts(
        IEnumerable<string> lines,
        ImmutableArray<ResultColumn> columns,
        bool header,
        char separator,
        Func<string, string> guard)
    {
        if (header)
        {
            yield return string.Join(separator, columns.Select(column => guard(column.Name)));
        }

        foreach (var line in lines)
        {
            using var row = JsonDocument.Parse(line);
            yield return string.Join(separator, row.RootElement.EnumerateArray().Select(value => guard(Text(value))));
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static string QuoteForCsv(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string EscapeForTsv(string text) => text
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\t", @"\t", StringComparison.Ordinal)
        .Replace("\r", @"\r", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal);
}
