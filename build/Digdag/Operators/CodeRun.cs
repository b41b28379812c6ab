using System.ComponentModel;
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
    public string Folder => Path.Combine(
        scratch.Folder, Path.GetRelativePath(Path.GetFullPath(context.Workspace.Project), context.Workspace.Folder));

    /// <summary>A folder below the working folder for what goes in and comes out of the program.</summary>
    public string NewFolder(string kind) =>
        Directory.CreateDirectory(Path.Combine(
            Folder, ".digdag", "tmp", string.Create(CultureInfo.InvariantCulture, $"digdag-{kind}-{context.TaskId}"))).FullName;

    public async Task<int> RunAsync(IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>> variables, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Print(line.Data);
        process.ErrorDataReceived += (_, line) => Print(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception ex)
        {
            throw TaskFailure.Runtime(
                $"java.io.IOException: Cannot run program \"{command[0]}\" (in directory \"{Folder}\"): error={ex.NativeErrorCode}, No such file or directory");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
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

    private static string Shown(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : JsonText.Of(value);

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
