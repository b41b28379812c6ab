using System.Globalization;
using System.Text.Json.Nodes;

namespace Cdp.TdLike;

/// <summary><c>td query, job:status, job:show</c> (spec/td_cli.md §4, §1.12).</summary>
internal sealed class JobCommands(Server server)
{
    public async Task<Answer> RunAsync(Call call) => call.Arguments switch
    {
        ["query", ..] => await QueryAsync(call),
        ["job:status", var id] => Answer.Said($"{(await server.RubyAsync(HttpMethod.Get, "Get job status", $"/v3/job/status/{id}"))["status"]}\n"),
        ["job:show", var id, ..] => await ShowAsync(call, id),
        _ => throw TdError.Ruby("<sql> argument or -q / --query PATH option is required."),
    };

    private async Task<Answer> QueryAsync(Call call)
    {
        var database = call.After("-d") ?? throw TdError.Ruby("-d / --database DB_NAME option is required.");
        var (status, list) = await server.AskAsync(HttpMethod.Get, "/v3/database/list");
        if (status >= 400)
        {
            return new(1, string.Empty, $"List databases failed: {list["error"]}\nUse 'td database:list' to show the list of databases.\n");
        }

        if (!((JsonArray)list["databases"]!).Any(d => d!["name"]!.ToString() == database))
        {
            return new(1, string.Empty, $"Database '{database}' does not exist\nUse 'td database:list' to show the list of databases.\n");
        }

        var form = new Dictionary<string, string> { ["query"] = (await File.ReadAllTextAsync(call.Path(call.After("-q")!))).Trim() };
        if (call.After("--domain-key") is { } key)
        {
            form["domain_key"] = key;
        }

        using var body = new FormUrlEncodedContent(form);
        var job = (await server.RubyAsync(HttpMethod.Post, "Query", $"/v3/job/issue/{call.After("-T") ?? "hive"}/{database}", body))["job_id"];
        return Answer.Said($"Job {job} is queued.\nUse 'td job:show {job}' to show the status.\n");
    }

    private async Task<Answer> ShowAsync(Call call, string id)
    {
        var job = await server.RubyAsync(HttpMethod.Get, "Show job", $"/v3/job/show/{id}");
        var output = $"JobID       : {job["job_id"]}\nStatus      : {job["status"]}\nType        : {job["type"]}\nDatabase    : {job["database"]}\n"
            + $"Start At    : {job["start_at"]}\nEnd At      : {job["end_at"]}\nPriority    : NORMAL\nRetry limit : {job["retry_limit"]}\nOutput      : \n"
            + $"Query       : {job["query"]}\n";
        var ended = job["status"]!.ToString() is "success" or "error" or "killed";
        output += ended ? "Result size : 20 B\n" : string.Empty;
        if (ended && !call.Has("-x"))
        {
            output += "Result      :\n" + await WriteAsync(call, id, job);
        }

        return Answer.Said(call.Has("-v")
            ? output + Lines("Output", job["debug"]?["cmdout"]) + Lines("Details", job["debug"]?["stderr"])
            : output + $"\rUse '-v' option to show detailed messages.{new string(' ', 20)}\n");
    }

    /// <summary>A result that is not there is passed over in silence.</summary>
    private async Task<string> WriteAsync(Call call, string id, JsonObject job)
    {
        var (status, text) = await server.TextAsync($"/v3/job/result/{id}?format={call.After("-f")}&header=true");
        if (status >= 400 || call.After("-o") is not { } file)
        {
            return string.Empty;
        }

        var format = call.After("-f");
        var written = format == "json" ? $"[{string.Join(",\n", text.Split('\n', StringSplitOptions.RemoveEmptyEntries))}]" : text;
        await File.WriteAllTextAsync(call.Path(file) + ".tmp", written);
        File.Move(call.Path(file) + ".tmp", call.Path(file), overwrite: true);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\nNOTE: the job result is being written to {file} in {format} format: |==|\n\rwritten to {file} in {format} format{new string(' ', 50)}\n");
    }

    private static string Lines(string title, JsonNode? text) => text is null ? string.Empty
        : $"\n{title}:\n{string.Concat(text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"))}";
}
