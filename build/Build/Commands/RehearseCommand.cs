using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Build.Views;
using Cdp.Emulator.Launching;
using Cdp.Emulator.Rehearsing;
using Cdp.Pipeline;
using Spectre.Console;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Rehearse</c>: any digdag project on the emulator; its tasks as they run, the failing one's log last.</summary>
/// <param name="terminal">Where a tree of the tasks lives while they run; null for plain lines on <paramref name="said"/>.</param>
internal sealed class RehearseCommand(
    RehearsalClient client, TextWriter output, TextWriter said, IAnsiConsole? terminal, CancellationToken cancellation)
{
    private readonly Dictionary<string, string> _shown = [];

    /// <returns>Whether the attempt succeeded.</returns>
    public async Task<bool> RunAsync(RehearsalRequest request, bool asJson)
    {
        var rehearsal = await FollowAsync(request, asJson);
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

    private async Task<Rehearsal> FollowAsync(RehearsalRequest request, bool asJson)
    {
        if (asJson || terminal is null)
        {
            return await client.RunAsync(request, asJson ? null : Watch, cancellation);
        }

        return await terminal.Live(new Text(string.Empty)).StartAsync(live =>
            client.RunAsync(request, tasks => live.UpdateTarget(TaskTree.Of(tasks)), cancellation));
    }

    private void Watch(ImmutableArray<RehearsedTask> tasks)
    {
        foreach (var task in tasks.Where(t => t.State is not ("blocked" or "ready")))
        {
            if (_shown.GetValueOrDefault(task.FullName) != task.State && (!task.IsGroup || task.State is not "planned"))
            {
                _shown[task.FullName] = task.State;
                said.WriteLine($"  {TaskTree.Mark(task.State)} {task.State,-12} {task.FullName}");
            }
        }
    }

    /// <summary>The error comes first, what was printed after it, and the failing task's log last, where the eye is.</summary>
    private async Task TellAsync(Rehearsal rehearsal)
    {
        output.WriteLine(
            $"{TaskTree.Mark(rehearsal.Status)} {rehearsal.Workflow} of session {rehearsal.SessionTime:yyyy-MM-dd HH:mm:ss zzz}: "
            + $"{rehearsal.Status}, {rehearsal.Tasks.Length} tasks");
        var failed = rehearsal.Tasks.Where(t => t.Failed).ToList();
        foreach (var task in failed)
        {
            output.WriteLine($"✗ {task.FullName}: {task.Error["message"]}");
        }

        output.WriteLine();
        foreach (var text in rehearsal.Echo)
        {
            output.WriteLine(text.TrimEnd('\n'));
        }

        foreach (var task in failed)
        {
            output.WriteLine();
            output.WriteLine($"Log of {task.FullName}:");
            output.WriteLine((await client.LogAsync(rehearsal.AttemptId, task.FullName, cancellation)).TrimEnd());
        }
    }
}
