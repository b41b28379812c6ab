using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Cdp.EndToEnd;

/// <summary>The real program in a workspace of its own, as somebody at a terminal would start it.</summary>
public sealed class BuildProcess : IDisposable
{
    public string Workspace { get; } = Directory.CreateTempSubdirectory("cdp-run-").FullName;

    /// <summary>Variables of the environment on top of ours.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public Ended Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] all = [Path.Combine(AppContext.BaseDirectory, "Cdp.Build.dll"), $"--workspace={Workspace}", "--no-input", .. arguments];
        all.ToList().ForEach(start.ArgumentList.Add);
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The rows that a query on this workspace's emulator answers.</summary>
    public JsonArray Query(string sql)
    {
        var ended = Run("--target=Query", "--format=json", $"--sql={sql}");
        Assert.True(ended.ExitCode == 0, ended.Error);
        return JsonNode.Parse(ended.Output)!["rows"]!.AsArray();
    }

    public void Dispose()
    {
        Run("--target=Emulator", "--action=stop");
        Directory.Delete(Workspace, recursive: true);
    }

    public sealed record Ended(int ExitCode, string Output, string Error);
}
