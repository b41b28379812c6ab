using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;
using Cdp.Emulator.Rehearsing;
using Cdp.Pipeline;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Rehearse</c>: any digdag project on the emulator; its tasks as they run, the failing one's log last.</summary>
internal sealed class RehearseCommand(RehearsalClient client, TextWriter output, TextWriter said, CancellationToken cancellation)
{
    private readonly Dictionary<string, string> _shown = [];

    /// <returns>Whether the attempt succeeded.</returns>
    public async Task<bool> RunAsync(RehearsalRequest request, bool asJson)
    {
        var rehearsal = await client.RunAsync(request, asJson ? null : Watch, cancellation);
        if (asJson)
        {
            output.WriteLine(Answers.Line(rehearsal.ToJson()));
        }
        else
        {
            await TellAsync(rehearsal);
        }

        return rehearsal.Succeeded;
    }

    /// <summary><c>k=v;k2=v2</c>; a dot in a key nests.</summary>
    public static JsonObject Params(string? text)
    {
        var all = new JsonObject();
        foreach (var pair in (text ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var k, var v]
                ? (k.Trim(), v)
                : throw new PipelineException($"'{pair}' is not a parameter. Write --params='key=value;key2=value2'.", ExitCode.WrongInput);
            var at = all;
            var names = key.Split('.');
            foreach (var name in names[..^1])
            {
                at = (JsonObject)(at[name] ??= new JsonObject());
            }

            at[names[^1]] = value;
        }

        return all;
    }

    private void Watch(ImmutableArray<RehearsedTask> tasks)
    {
        foreach (var task in tasks.Where(t => t.State is not ("blocked" or "ready")))
        {
            if (_shown.GetValueOrDefault(task.FullName) != task.State && (!task.IsGroup || task.State is not "planned"))
            {
                _shown[task.FullName] = task.State;
                said.WriteLine($"  {Mark(task.State)} {task.State,-12} {task.FullName}");
            }
        }
    }

    private async Task TellAsync(Rehearsal rehearsal)
    {
        foreach (var text in rehearsal.Echo)
        {
            output.WriteLine(text.TrimEnd('\n'));
        }

        foreach (var task in rehearsal.Tasks.Where(t => t.Failed))
        {
            output.WriteLine();
            output.WriteLine($"✗ {task.FullName}: {task.Error["message"]}");
            output.WriteLine((await client.LogAsync(rehearsal.AttemptId, task.FullName, cancellation)).TrimEnd());
        }

        output.WriteLine();
        output.WriteLine(
            $"{Mark(rehearsal.Status)} {rehearsal.Workflow} of session {rehearsal.SessionTime:yyyy-MM-dd HH:mm:ss zzz}: {rehearsal.Status}, "
            + $"{rehearsal.Tasks.Length} tasks");
    }

    private static string Mark(string state) => state switch
    {
        "success" => "✓",
        "error" or "group_error" or "killed" or "canceled" => "✗",
        _ => "…",
    };
}
