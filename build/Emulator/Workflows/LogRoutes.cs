using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Workflows;

/// <summary><c>/api/logs</c>: one gzip file a task, readable while the task runs.</summary>
internal sealed class LogRoutes(WorkflowEngine engine)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/logs/{id:long}/files", ListAsync);
        app.MapGet("/api/logs/{id:long}/files/{name}", ReadAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var attempt = Existing(context);
        var files = Files(attempt, context.Query("task")).OrderBy(file => file.FileName, StringComparer.Ordinal);
        return context.JsonAsync(new JsonObject
        {
            ["files"] = new JsonArray([.. files.Select(file => Describe(attempt, file))]),
        });
    }

    private Task ReadAsync(HttpContext context)
    {
        var attempt = Existing(context);
        var name = context.Route("name");
        var file = Files(attempt, null).FirstOrDefault(f => f.FileName == name)
            ?? throw ApiException.NotFound($"Resource does not exist: log file name={name}");
        return context.BytesAsync(Packed(attempt, file), "application/gzip");
    }

    private JsonObject Describe(Attempt attempt, TaskLogFile file) => new()
    {
        ["fileName"] = file.FileName,
        ["fileSize"] = Packed(attempt, file).Length,
        ["taskName"] = file.TaskName,
        ["fileTime"] = DigdagTime.Instant(file.Time),
        ["agentId"] = FormattableString.Invariant($"{file.TaskId}-{file.Run}@emulator"),
        ["direct"] = null,
    };

    private IEnumerable<TaskLogFile> Files(Attempt attempt, string? task) =>
        engine.Logs.List(attempt.Id, engine.Tasks(attempt.Id), task);

    private byte[] Packed(Attempt attempt, TaskLogFile file)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(engine.Logs.Read(attempt.Id, file)));
        }

        return output.ToArray();
    }

    private Attempt Existing(HttpContext context) => Projects.Attempt(engine.Store, context.RouteNumber("id"));
}
