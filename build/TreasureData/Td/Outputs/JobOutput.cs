using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td job:status</c> and <c>td job:show</c> (spec/td_cli.md §1.12). A failed job ends with exit code 0.</summary>
internal static class JobOutput
{
    private static readonly string[] _words = ["queued", "booting", "running", "success", "error", "killed"];

    /// <returns>TD's word: queued, booting, running, success, error, killed.</returns>
    public static string ReadStatus(TdOutput output, string job) => TdAnswer.Of(
        output, $"the look at job {job}", o => o.Lines is [var word] && _words.Contains(word) ? word : null);

    /// <summary>How the job ended, and why: its own log.</summary>
    public static JobEnd ReadEnd(TdOutput output, string job) => TdAnswer.Of(
        output, $"the log of job {job}", o => Status(o, job) is { } status ? new JobEnd(status, Log(o.Out)) : null, anyText: true);

    /// <summary>The rows that td left as a file of JSON; none when the job has no result, as that of an INSERT.</summary>
    public static ImmutableArray<ImmutableArray<JsonNode?>> ReadRows(TdOutput output, string job) => TdAnswer.Of(
        output, $"the result of job {job}", o => Status(o, job) is "success" ? Rows(o) : null).Values;

    /// <summary>The names of the result's columns, from a file of CSV with a header.</summary>
    public static ImmutableArray<string> ReadNames(TdOutput output, string job) => TdAnswer.Of(
        output, $"the columns of job {job}", o =>
            Status(o, job) is "success" && o.Left.TryGetValue(string.Empty, out var text) ? new Names(CsvHeader.Read(text)) : null).Values;

    private static string? Status(TdOutput output, string job) =>
        output.Lines is [var id, var status, ..]
        && id == $"JobID       : {job}"
        && status.StartsWith("Status      : ", StringComparison.Ordinal)
        && _words.Contains(status[14..].TrimEnd())
            ? status[14..].TrimEnd()
            : null;

    /// <summary>Both parts are printed only where the server has them.</summary>
    private static string Log(string text)
    {
        var at = text.IndexOf("\nOutput:\n", StringComparison.Ordinal);
        at = at >= 0 ? at : text.IndexOf("\nDetails:\n", StringComparison.Ordinal);
        return at >= 0 ? text[at..] : string.Empty;
    }

    private static RowSet? Rows(TdOutput output)
    {
        var written = output.Lines.Any(line => line.StartsWith("written to ", StringComparison.Ordinal));
        if (!output.Left.TryGetValue(string.Empty, out var text) || !written)
        {
            return !written && output.Left.IsEmpty && output.Lines.Contains("Result      :") ? new([]) : null;
        }

        try
        {
            return JsonNode.Parse(text) is JsonArray rows && rows.All(r => r is JsonArray)
                ? new([.. rows.Select(r => r!.AsArray().Select(v => v?.DeepClone()).ToImmutableArray())])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record RowSet(ImmutableArray<ImmutableArray<JsonNode?>> Values);

    private sealed record Names(ImmutableArray<string> Values);
}

/// <param name="Status">TD's word.</param>
internal sealed record JobEnd(string Status, string Log);
