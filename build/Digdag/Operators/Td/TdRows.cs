using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators.Td;

/// <summary>What td operators make of a job's result.</summary>
internal static class TdRows
{
    private const int PreviewRows = 20;

    public static async Task<TaskResult> StoredAsync(TdCall call, string jobId, CancellationToken cancellation)
    {
        if (!call.Params.Bool("store_last_results", false))
        {
            return TaskResult.Empty;
        }

        var rows = await FirstAsync(call, jobId, 1, cancellation);
        var last = new JsonObject();
        if (rows is [var row])
        {
            var columns = (await call.Client.ShowAsync(jobId, cancellation)).Columns;
            foreach (var (name, value) in columns.Zip(row))
            {
                last[name] = ToJson(value);
            }
        }

        return new()
        {
            Reset = ["td.last_results"],
            Store = new JsonObject { ["td"] = new JsonObject { ["last_results"] = last } },
        };
    }

    /// <summary>The CSV that <c>download_file</c> leaves in the task's own working folder, which ends with the task.</summary>
    public static async Task<string> CsvAsync(TdCall call, string jobId, CancellationToken cancellation)
    {
        var rows = await call.Client.ResultAsync(jobId, int.MaxValue, cancellation);
        var columns = (await call.Client.ShowAsync(jobId, cancellation)).Columns;
        return Csv(columns, rows);
    }

    public static async Task PreviewAsync(TdCall call, string jobId, string what, CancellationToken cancellation)
    {
        try
        {
            var columns = (await call.Client.ShowAsync(jobId, cancellation)).Columns;
            var rows = await FirstAsync(call, jobId, PreviewRows, cancellation);
            call.Context.Log.Info(rows.Count == 0 ? $"preview of {what}: (no results)" : $"preview of {what}:\r\n{Csv(columns, rows)}");
        }
        catch (TdApiException ex)
        {
            call.Context.Log.Warn($"Getting rows for preview failed. Ignoring this error. {ex.Message}");
        }
    }

    /// <summary>None when the job has no result, as INSERT and CREATE have not.</summary>
    public static async Task<List<List<object?>>> FirstAsync(TdCall call, string jobId, int count, CancellationToken cancellation)
    {
        try
        {
            return await call.Client.ResultAsync(jobId, count, cancellation);
        }
        catch (TdApiException ex) when (ex.Status is HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        bool flag => flag,
        long whole => whole,
        double number => double.IsFinite(number) ? number : null,
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        List<KeyValuePair<object?, object?>> map => new JsonObject(
            map.Select(p => KeyValuePair.Create(Convert.ToString(p.Key, CultureInfo.InvariantCulture) ?? "", ToJson(p.Value)))),
        List<object?> list => new JsonArray([.. list.Select(ToJson)]),
        _ => throw TaskFailure.Runtime($"Unsupported column type: {value.GetType().Name}"),
    };

    private static string Csv(IEnumerable<string> columns, IEnumerable<List<object?>> rows)
    {
        var csv = new StringBuilder().AppendJoin(',', columns.Select(Quoted)).Append("\r\n");
        foreach (var row in rows)
        {
            csv.AppendJoin(',', row.Select(Field)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        string text => Quoted(text),
        _ => Quoted(JsonText.Of(ToJson(value))),
    };

    private static string Quoted(string text)
    {
        if (text.Length == 0)
        {
            return "\"\"";
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return lines.AsSpan().ContainsAny("\",\n") ? $"\"{lines.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : lines;
    }
}
