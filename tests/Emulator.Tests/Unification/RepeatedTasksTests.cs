using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Rehearsing;
using Cdp.Pipeline.Tests.Phases.Unification;
using Cdp.Tests;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>Whatever is repeated, wherever it fails and is resumed: the published tables are those of a run without faults.</summary>
/// <remarks><c>CDP_SCHEDULES=1000</c> tries as many schedules, <c>51-100</c> these; a few are enough in passing.</remarks>
public sealed class RepeatedTasksTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    /// <summary>As many rounds as thirty records need; each asks again whether all is found, and is repeated.</summary>
    private const string Settings = "id_method: persistent_id; merge_iterations: 6";

    private static readonly string[] _workflows = ["dynmic_prep_creation", "id_unification", "enrich_runner"];

    private static readonly string[] _tables =
    [
        "tiny_people_prep", "tiny_people_resolved", "tiny_people_unified_id_graph", "tiny_people_unified_id_lookup", "tiny_people_merge_split_log",
        "tiny_people_exclusion_candidates", "tiny_people_master", "unified_id_source_key_stats", "unified_id_result_key_stats",
    ];

    private static readonly (string Table, string Columns)[] _timeless =
    [
        ("unified_id_keys", "key_type, key_name"), ("unified_id_tables", "table_id, table_name"),
        ("tiny_people_overmerge", "unified_id, leader_ns, leader_id, ids"), ("tiny_people_coverage", "table_name, records, with_key, with_id"),
        ("shop_customers_stg_enriched", "customer_id, email, phone, city, time, unified_id"),
        ("shop_orders_stg_enriched", "customer_id, email, phone, city, time, unified_id"),
    ];

    private readonly UnifiedEmulator _unified = new(emulator);
    private readonly TempFolder _project = new();

    private static Range Schedules
    {
        get
        {
            var numbers = (Environment.GetEnvironmentVariable("CDP_SCHEDULES") ?? "2").Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
            return numbers is [var first, var last] ? first..last : 1..numbers[0];
        }
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Tasks_that_are_repeated_and_runs_that_fail_and_resume_leave_the_same_tables()
    {
        var files = TinyClient.Files(TinyClient.Config(Settings));
        var (first, second) = (UnifiedEmulator.NextSession(), UnifiedEmulator.NextSession());
        await RunAsync(files, first, 1);
        await _unified.DropAsync("tiny_kept");
        await CopyAsync("tiny_unif", "tiny_kept");
        await RunAsync(files, second, 2);
        var expected = await DumpAsync();

        var failures = 0;
        for (var seed = Schedules.Start.Value; seed <= Schedules.End.Value; seed++)
        {
            await _unified.DropAsync("tiny_unif", "tiny_config");
            await CopyAsync("tiny_kept", "tiny_unif");
            await _unified.ExecuteAsync(TinyClient.Staging(2, 30));
            var faulty = new FaultyProject(files, new Random(seed));
            faulty.Repeat(every: seed == 1);
            var before = failures;
            foreach (var workflow in _workflows)
            {
                failures += await FailAndResumeAsync(faulty, workflow, second, seed);
            }

            var found = await DumpAsync();
            Assert.True(expected.SequenceEqual(found), $"Schedule {seed}, {failures - before} failures:\n{string.Join('\n', expected.Except(found).Take(10))}\n---\n{string.Join('\n', found.Except(expected).Take(10))}");
        }

        Assert.NotEqual(0, failures);
        Figures.Say("repeated tasks", string.Create(CultureInfo.InvariantCulture, $"{Schedules.End.Value - Schedules.Start.Value + 1} schedules of repeated tasks and {failures} failures, resumed or begun anew, leave the tables of unification as they should be"));
    }

    private async Task RunAsync(IReadOnlyDictionary<string, string> files, string session, int seed)
    {
        await _unified.ExecuteAsync(TinyClient.Staging(seed, 30));
        var project = new FaultyProject(files, new Random(0));
        project.Write(_project);
        foreach (var workflow in _workflows)
        {
            Assert.Equal("success", (await _unified.RunAsync(_project.Path, session, workflow)).Status);
        }
    }

    /// <summary>Once with a task that fails, where it is reached; then resumed from there without it, or begun anew.</summary>
    /// <returns>1 when it failed.</returns>
    private async Task<int> FailAndResumeAsync(FaultyProject faulty, string workflow, string session, int seed)
    {
        faulty.Write(_project);
        _project.Write($"{workflow}.dig", faulty.Failing(workflow));
        var run = await _unified.RunAsync(_project.Path, session, workflow);
        if (run.Status == "success")
        {
            return 0;
        }

        faulty.Write(_project);
        run = seed % 2 == 0 ? await _unified.RunAsync(_project.Path, session, workflow) : await _unified.ResumeAsync(_project.Path, run);
        Assert.True(run.Status == "success", string.Join('\n', run.Tasks.Where(t => t.Failed).Select(t => $"{t.FullName}: {t.Error["message"]}")));
        return 1;
    }

    private async Task CopyAsync(string from, string to)
    {
        using var created = await emulator.Http.PostAsync($"/v3/database/create/{to}", null);
        var tables = await _unified.RowsAsync($"SELECT table_name FROM information_schema.tables WHERE table_schema = '{from}'");
        await _unified.ExecuteAsync(string.Join(";\n", tables.Select(t => (string)JsonNode.Parse(t)![0]!).Select(t => $"CREATE TABLE {to}.{t} AS SELECT * FROM {from}.{t}")));
    }

    private async Task<List<string>> DumpAsync()
    {
        var all = new List<string>();
        foreach (var (table, columns) in _tables.Select(t => (t, "*")).Concat(_timeless))
        {
            all.AddRange((await _unified.RowsAsync($"SELECT {columns} FROM tiny_unif.{table}")).Select(r => $"{table} {r}"));
        }

        return all;
    }
}
