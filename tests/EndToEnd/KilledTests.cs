using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Tests;

namespace Cdp.EndToEnd;

/// <summary>DESIGN, "Never lose your place": SIGKILL at random instants, and the tables are those of a quiet run.</summary>
public sealed class KilledTests
{
    private const int Kills = 10;

    private static readonly string[] _same = ["--target=Unification", "--session-time=2026-01-02T00:00:00Z", "--now=2026-01-02T03:04:05Z"];

    [Fact]
    public async Task Killed_ten_times_the_run_ends_with_the_tables_of_a_quiet_one()
    {
        using var quiet = new BuildProcess();
        using var killed = new BuildProcess();
        var first = quiet.Run(_same);
        var moments = new Random(20260102);
        for (var i = 1; i <= Kills; i++)
        {
            Kill(killed, TimeSpan.FromMilliseconds(moments.Next(300, 2500)), withEmulator: i % 3 == 0);
        }

        var last = killed.Run(_same);

        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        Assert.True(last.ExitCode == 0, last.Output + last.Error);
        var rows = await RowsAsync(quiet);
        Assert.Equal(rows, await RowsAsync(killed));
        var tables = rows.Select(row => row[..row.IndexOf(':', StringComparison.Ordinal)]).Distinct().Count();
        Assert.InRange(tables, 40, 400);
        Figures.Say("killed", string.Create(CultureInfo.InvariantCulture, $"{Kills} times, {rows.Count} rows of {tables} tables equal to an undisturbed run"));
    }

    private static async Task<List<string>> RowsAsync(BuildProcess build)
    {
        using var box = await Box.OfAsync(Path.Combine(build.Workspace, "emulator"));
        return await box.RowsAsync("acme_src", "acme_config", "acme_stg", "acme_unif");
    }

    private static void Kill(BuildProcess build, TimeSpan after, bool withEmulator)
    {
        using var process = build.Start(_same);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(after))
        {
            return;
        }

        process.Kill();
        process.WaitForExit();
        var endpoint = Path.Combine(build.Workspace, "emulator", "endpoint.json");
        if (withEmulator && File.Exists(endpoint))
        {
            // The file may still be of the emulator that was killed before, when no new one has come that far.
            var pid = JsonNode.Parse(File.ReadAllText(endpoint))!["pid"]!.GetValue<int>();
            using var emulator = Process.GetProcesses().FirstOrDefault(p => p.Id == pid && p.ProcessName == "dotnet");
            emulator?.Kill();
            emulator?.WaitForExit();
        }
    }
}
