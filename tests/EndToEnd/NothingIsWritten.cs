using System.Diagnostics;

namespace Cdp.EndToEnd;

/// <summary>The real program as a process: what must leave no trace leaves none.</summary>
public sealed class NothingIsWritten
{
    [Theory]
    [InlineData(0, "--target=Unification", "--dryrun")]
    [InlineData(0, "--tree")]
    [InlineData(0, "--description")]
    [InlineData(0, "--help")]
    [InlineData(2, "--target=Unificatoin")]
    [InlineData(2, "--target=Unification", "--worksapce=x")]
    public async Task No_workspace_appears(int exitCode, params string[] arguments)
    {
        var workspace = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var program = Path.Combine(AppContext.BaseDirectory, "Cdp.Build.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--no-input", $"--workspace={workspace}", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(exitCode == process.ExitCode, $"exit {process.ExitCode}: {output}{await error}");
        Assert.False(Directory.Exists(workspace));
    }
}
