using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

/// <summary>Runs a program for <c>sh&gt; py&gt; rb&gt;</c> in a fresh copy of the project; what it prints is the task's log.</summary>
internal sealed partial class CodeRun(OperatorContext context, Scratch scratch)
{
    /// <summary>Output and errors in the order in which they come.</summary>
    private static string[] InOneStream { get; } = ["/bin/sh", "-c", "exec \"$0\" \"$@\" 2>&1"];

    public string Folder => Path.Combine(
        scratch.Folder, Path.GetRelativePath(Path.GetFullPath(context.Workspace.Project), context.Workspace.Folder));

    /// <summary>A folder below the working folder for what goes in and comes out of the program.</summary>
    public string NewFolder(string kind) =>
        Directory.CreateDirectory(Path.Combine(
            Folder, ".digdag", "tmp", string.Create(CultureInfo.InvariantCulture, $"digdag-{kind}-{context.TaskId}"))).FullName;

    public async Task<int> RunAsync(
        IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>> variables, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(InOneStream[0], [.. InOneStream.Skip(1), .. command])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Print(line.Data);
        if (!IsThere(command[0]))
        {
            throw TaskFailure.Runtime(
                $"java.io.IOException: Cannot run program \"{command[0]}\" (in directory \"{Folder}\"): error=2, No such file or directory");
        }

        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        await using var stop = cancellation.Register(() => Stop(process));
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    /// <summary>The task's own <c>_env</c>; secrets are put in.</summary>
    public IEnumerable<KeyValuePair<string, string>> OwnVariables()
    {
        foreach (var (name, value) in context.Local["_env"] as JsonObject ?? [])
        {
            if (!VariableName().IsMatch(name))
            {
                throw TaskFailure.Config($"Invalid _env key name: {name}");
            }

            yield return new(name, context.Secrets.Resolve(Shown(value)));
        }
    }

    /// <summary>Every parameter that can be a variable's name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables(JsonObject parameters) =>
        parameters.Where(p => VariableName().IsMatch(p.Key)).Select(p => KeyValuePair.Create(p.Key, Shown(p.Value)));

    public static void Allow(OperatorContext context, string name, string onTd)
    {
        if (!context.Options.AllowCode)
        {
            throw TaskFailure.Config($"{name}> {onTd} To run it on this machine, start the emulator with --allow-code");
        }
    }

    private static bool IsThere(string program) =>
        program.Contains('/', StringComparison.Ordinal)
            ? File.Exists(program)
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Shown(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : JsonText.Of(value);

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception ex) when (ex is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended by itself in this moment.
        }
    }

    private void Print(string? line)
    {
        if (line is not null)
        {
            context.Log.Print(line + "\n");
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z_0-9]*\z")]
    private static partial Regex VariableName();
}
