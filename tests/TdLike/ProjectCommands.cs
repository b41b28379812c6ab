using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.TdLike;

/// <summary><c>td wf push, check, download, secrets, schedules, enable, disable, delete, version</c> (spec/td_cli.md §1.1, §1.9–§1.11, §6).</summary>
internal sealed class ProjectCommands(Server server)
{
    public async Task<Answer> RunAsync(Call call) => call.Arguments switch
    {
        ["push", var project, ..] => await PushAsync(call, project),
        ["check", ..] => Check(call),
        ["download", var project, ..] => await DownloadAsync(call, project),
        ["secrets", ..] => await SecretsAsync(call),
        ["schedules"] => await SchedulesAsync(),
        ["enable" or "disable", var project, var workflow] => await SetScheduleAsync(call.Arguments[0], project, workflow),
        ["delete", var project, "--force"] => await DeleteAsync(project),
        ["version"] => Answer.Said($"Client version: 0.10.5\nServer version: {(await server.WorkflowAsync(HttpMethod.Get, "/api/version"))["version"]}\n"),
        _ => throw TdError.Workflow($"Unknown option: {call.Arguments[^1]}"),
    };

    public static async Task<string> ProjectIdAsync(Server server, string project) => (await ProjectAsync(server, project))["id"]!.ToString();

    private static async Task<JsonObject> ProjectAsync(Server server, string project)
    {
        var found = (JsonArray)(await server.WorkflowAsync(HttpMethod.Get, $"/api/projects?name={Uri.EscapeDataString(project)}"))["projects"]!;
        return found.FirstOrDefault() as JsonObject ?? throw TdError.Workflow($"Resource not found: project not found: {project}");
    }

    private async Task<Answer> DeleteAsync(string project)
    {
        await server.WorkflowAsync(HttpMethod.Delete, $"/api/projects/{await ProjectIdAsync(server, project)}");
        return Answer.Said($"Project '{project}' is deleted.\n");
    }

    private async Task<Answer> PushAsync(Call call, string project)
    {
        var folder = call.After("--project") ?? call.Folder;
        if (!Directory.Exists(folder))
        {
            throw TdError.Workflow($"{folder} (no such file)");
        }

        var output = new StringBuilder($"Creating {call.Path(".digdag/tmp/archive-1.tar.gz")}...\n");
        var archive = Archive(folder, output);
        output.Append("Workflows:\n");
        var workflows = Directory.GetFiles(folder, "*.dig").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        output.AppendJoin(string.Empty, workflows.Select(w => $"  {w}\n"));
        if (workflows.Count == 0)
        {
            output.Append("  WARNING: This project doesn't include workflows. Usually, this is a mistake.\n"
                + "           Please make sure that all *.dig files are on the top directory.\n"
                + "           *.dig files in subdirectories are not recognized as workflows.\n\n");
        }

        try
        {
            await server.WorkflowAsync(HttpMethod.Get, "/api/version/check?client=0.10.5");
            var path = $"/api/projects?project={Uri.EscapeDataString(project)}&revision={Uri.EscapeDataString(call.After("--revision") ?? "r")}";
            var pushed = await server.WorkflowAsync(
                HttpMethod.Put, path, new ByteArrayContent(archive) { Headers = { ContentType = new MediaTypeHeaderValue("application/gzip") } });
            output.Append(CultureInfo.InvariantCulture, $"Uploaded:\n  id: {pushed["id"]}\n  name: {pushed["name"]}\n  revision: {pushed["revision"]}\n");
            output.Append(CultureInfo.InvariantCulture, $"  archive type: {pushed["archiveType"]}\n  project created at: {pushed["createdAt"]}\n");
            output.Append(CultureInfo.InvariantCulture, $"  revision updated at: {pushed["updatedAt"]}\n\nUse `td workflow workflows` to show all workflows.\n");
            return Answer.Said(output.ToString());
        }
        catch (TdError ex)
        {
            throw new TdError(ex.Answer with { Out = output.ToString() });
        }
    }

    private static Answer Check(Call call)
    {
        const string Zone = "  System default timezone: Etc/UTC\n\n";
        var folder = call.After("--project") ?? call.Folder;
        var result = ProjectCheck.Run(folder, TimeProvider.System.GetUtcNow());
        if (result.Errors is [var error, ..])
        {
            var loading = error.Message.Contains("'string'", StringComparison.Ordinal) || error.Message.Contains("cannot start any token", StringComparison.Ordinal)
                || error.Message.Contains("Duplicated keys", StringComparison.Ordinal) || error.Message.Contains("unknown keys", StringComparison.Ordinal);
            throw new TdError(new(1, Zone, loading
                ? $"error: Validating project failed\nworkflow {Path.Combine(folder, error.Position.File)} {error.Message}\n (model validation)\n"
                : $"error: {error.Message} (config)\n"));
        }

        var text = new StringBuilder(Zone).Append(CultureInfo.InvariantCulture, $"  Definitions ({result.Workflows.Length} workflows):\n");
        foreach (var workflow in result.Workflows)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {workflow.Definition.Name} ({workflow.Tasks.Length} tasks)\n");
        }

        return Answer.Said(text.Append("\n  Parameters:\n    {}\n\n  Schedules (0 entries):\n\n").ToString());
    }

    private async Task<Answer> DownloadAsync(Call call, string name)
    {
        var project = await ProjectAsync(server, name);
        var archive = await server.WorkflowBytesAsync(
            HttpMethod.Get, $"/api/projects/{project["id"]}/archive?revision={Uri.EscapeDataString(project["revision"]!.ToString())}");
        var target = call.After("-o") ?? name;
        var output = new StringBuilder();
        using var zip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        using var tar = new TarReader(zip);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                var path = Path.Combine(call.Path(target), entry.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await entry.ExtractToFileAsync(path, overwrite: true);
                output.Append(CultureInfo.InvariantCulture, $"  {target}/{entry.Name}\n");
            }
        }

        return Answer.Said(output.Append(CultureInfo.InvariantCulture, $"Extracted project '{name}' revision '{project["revision"]}' to {target}.\n").ToString());
    }

    private async Task<Answer> SecretsAsync(Call call)
    {
        var id = await ProjectIdAsync(server, call.After("--project") ?? throw TdError.Workflow("--project option is required"));
        if (call.After("--set") is not { } set)
        {
            var listed = (JsonArray)(await server.WorkflowAsync(HttpMethod.Get, $"/api/projects/{id}/secrets"))["secrets"]!;
            return Answer.Said(string.Concat(listed.Select(s => $"{s!["key"]}\n")));
        }

        var values = set == "@-" ? JsonNode.Parse(call.Input()) as JsonObject : throw TdError.Workflow($"{set} (no such file)");
        var said = new StringBuilder();
        foreach (var (key, value) in values!)
        {
            var body = new JsonObject { ["value"] = value!.ToString() }.ToJsonString();
            await server.WorkflowAsync(
                HttpMethod.Put, $"/api/projects/{id}/secrets/{Uri.EscapeDataString(key)}", new StringContent(body, Encoding.UTF8, "application/json"));
            said.Append(CultureInfo.InvariantCulture, $"Secret '{key}' set\n");
        }

        return new(0, string.Empty, said.ToString());
    }

    private async Task<Answer> SchedulesAsync()
    {
        var all = (JsonArray)(await server.WorkflowAsync(HttpMethod.Get, "/api/schedules"))["schedules"]!;
        var text = new StringBuilder("Schedules:\n");
        foreach (var schedule in all.OfType<JsonObject>())
        {
            text.Append(CultureInfo.InvariantCulture, $"  id: {schedule["id"]}\n  project: {schedule["project"]!["name"]}\n  workflow: {schedule["workflow"]!["name"]}\n");
            text.Append(CultureInfo.InvariantCulture, $"  disabled at: {Ago(schedule["disabledAt"])}\n  next session time: {Block.Time(schedule["nextScheduleTime"]!.ToString())}\n");
            text.Append(CultureInfo.InvariantCulture, $"  next scheduled to run at: {Block.Time(schedule["nextRunTime"]!.ToString())} (in 15h 59m 57s)\n\n");
        }

        return new(0, text.Append(CultureInfo.InvariantCulture, $"{all.Count} entries.\n").ToString(),
            "Use `td workflow workflows [project-name] [name]` to show workflow details.\n");
    }

    private async Task<Answer> SetScheduleAsync(string action, string project, string workflow)
    {
        var id = await ProjectIdAsync(server, project);
        var all = (JsonArray)(await server.WorkflowAsync(HttpMethod.Get, $"/api/projects/{id}/schedules"))["schedules"]!;
        var schedule = all.FirstOrDefault(s => s!["workflow"]!["name"]!.ToString() == workflow)
            ?? throw TdError.Workflow($"Resource not found: schedule not found in the latest revision of project id = {id}: {workflow}");
        await server.WorkflowAsync(HttpMethod.Post, $"/api/schedules/{schedule["id"]}/{action}", new StringContent("{}", Encoding.UTF8, "application/json"));
        return Answer.Said($"{(action == "enable" ? "Enabled" : "Disabled")} schedule id: {schedule["id"]}\n");
    }

    private static string Ago(JsonNode? time) => time is null ? string.Empty : $"{Block.Time(time.ToString())} (1s ago)";

    private static byte[] Archive(string folder, StringBuilder output)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Fastest))
        using (var tar = new TarWriter(zip, TarEntryFormat.Pax))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
                if (!name.Split('/').Any(part => part.StartsWith('.')))
                {
                    output.Append(CultureInfo.InvariantCulture, $"  Archiving {name}\n");
                    tar.WriteEntry(path, name);
                }
            }
        }

        return buffer.ToArray();
    }
}
