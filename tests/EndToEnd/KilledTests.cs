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

    /// <summary>Ids and times of the run itself; they differ between any two runs.</summary>
    private static readonly HashSet<string> _own =
    [
        "session_id", "attempt_id", "job_id", "job_url", "log_id", "start_time", "end_time", "time", "load_batch_id", "union_batch_id",
        "session_uuid", "batch_id", "load_timestamp", "ingest_time", "run_id", "error_message",
    ];

    [Fact]
    public void Killed_ten_times_the_run_ends_with_the_tables_of_a_quiet_one()
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
        var tables = Tables(quiet);
        Assert.Equal(tables, Tables(killed));
        Assert.All(tables, table => Assert.Equal(Rows(quiet, table), Rows(killed, table)));
        Figures.Say("killed", string.Create(CultureInfo.InvariantCulture, $"{Kills} times, {tables.Count} tables equal to an undisturbed run"));
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

    private static List<string> Tables(BuildProcess build) =>
    [
        .. build.Query(
                "SELECT table_schema || '.' || table_name FROM information_schema.tables "
                + "WHERE table_schema IN ('acme_src', 'acme_config', 'acme_stg', 'acme_unif') ORDER BY 1")
            .Select(row => row![0]!.ToString()),
    ];

    private static List<string> Rows(BuildProcess build, string table)
    {
        var (database, name) = (table.Split('.')[0], table.Split('.')[1]);
        var columns = build.Query(
                $"SELECT column_name FROM information_schema.columns WHERE table_schema = '{database}' AND table_name = '{name}' ORDER BY ordinal_position")
            .Select(row => row![0]!.ToString()).Where(column => !_own.Contains(column));
        return
        [
            .. build.Query($"SELECT {string.Join(", ", columns.Select(c => $"\"{c}\""))} FROM {table}")
                .Select(row => $"{table}: {row!.ToJsonString()}").Order(StringComparer.Ordinal),
        ];
    }
}
