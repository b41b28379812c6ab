using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>Writes the message to the host's spool folder instead of sending it.</summary>
internal sealed class MailOperator : IOperator
{
    public bool HasEffects => true;

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var merged = Params.WithDefaults(context.Config, "mail");
        var reader = new ParamReader(merged);
        var body = Body(context, reader, merged);
        var subject = reader.Text("subject");
        var to = reader.Node("to") is JsonArray ? Addresses(reader, "to") : [reader.Text("to")];
        if (context.Options.MailSpool is not { } spool)
        {
            throw new TaskFailure("Missing SMTP configuration");
        }

        var message = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"From: {reader.Text("from", "workflow@localhost")}\n")
            .Append(CultureInfo.InvariantCulture, $"To: {string.Join(", ", to)}\n")
            .Append(CultureInfo.InvariantCulture, $"Cc: {string.Join(", ", Addresses(reader, "cc"))}\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: {subject}\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: text/{(reader.Bool("html", false) ? "html" : "plain")}; charset=utf-8\n\n")
            .Append(body)
            .ToString();
        Directory.CreateDirectory(spool);
        var file = Path.Combine(spool, $"{context.Attempt.Id}-{context.TaskId}.eml");
        await File.WriteAllTextAsync(file, message, cancellation);
        context.Log.Info($"The mail was written to {Path.GetFileName(file)} in the spool instead of being sent.");
        return TaskResult.Empty;
    }

    private static string Body(OperatorContext context, ParamReader reader, JsonObject scope)
    {
        switch (reader.Node("_command"))
        {
            case null:
                return reader.Text("body");
            case JsonObject map:
                return new ParamReader(map).Text("data");
            default:
                var file = reader.Text("_command");
                return DigdagLanguage.EvaluateText(context.Workspace.Read(file), scope, file);
        }
    }

    private static List<string> Addresses(ParamReader reader, string key) =>
        [.. (reader.ListOrNull(key) ?? []).Select(node => node?.ToString() ?? "")];
}
