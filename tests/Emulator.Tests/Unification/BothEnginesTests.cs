using Cdp.Pipeline.Tests.Phases.Unification;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>Our own engine and the service's, which the emulator answers for: the same tables, other ids.</summary>
public sealed class BothEnginesTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly UnifiedEmulator _unified = new(emulator);
    private readonly TempFolder _own = new();
    private readonly TempFolder _hosted = new();

    public void Dispose()
    {
        _own.Dispose();
        _hosted.Dispose();
    }

    [Theory]
    [InlineData("canonical_id", "incremental", "", 2)]
    [InlineData("persistent_id", "full", "", 1)]
    [InlineData("canonical_id", "full", "; do_not_merge_key: customer_id", 1)]
    public async Task Both_engines_publish_the_same_tables(string method, string strategy, string more, int runs)
    {
        await _unified.DropAsync("tiny_unif", "tiny_service", "cdp_unification_people", "tiny_config");
        UnifiedEmulator.Write(_own, $"id_method: {method}; update_strategy: {strategy}{more}");
        UnifiedEmulator.Write(_hosted, $"id_method: {method}; update_strategy: {strategy}; engine: hosted; target_database: tiny_service; merge_iterations: 7{more}");
        for (var seed = 1; seed <= runs; seed++)
        {
            var session = UnifiedEmulator.NextSession();
            await _unified.ExecuteAsync(TinyClient.Staging(seed, 40));

            await _unified.SucceedAsync(_own.Path, session);
            await _unified.SucceedAsync(_hosted.Path, session);

            foreach (var (what, sql) in Tables(leaders: method == "canonical_id"))
            {
                var own = await _unified.RowsAsync(sql("tiny_unif"));
                var hosted = await _unified.RowsAsync(sql("tiny_service"));

                Assert.NotEmpty(own);
                Assert.True(own.SequenceEqual(hosted), $"{what}, run {seed}:\n{string.Join('\n', own.Except(hosted))}\n---\n{string.Join('\n', hosted.Except(own))}");
            }
        }
    }

    [Fact]
    public async Task The_services_tables_have_the_services_names_and_columns()
    {
        await _unified.DropAsync("tiny_service", "cdp_unification_people", "tiny_config");
        UnifiedEmulator.Write(_hosted, "id_method: canonical_id; engine: hosted; target_database: tiny_service; keep_debug_tables: true");
        await _unified.ExecuteAsync(TinyClient.Staging(1, 10));

        await _unified.SucceedAsync(_hosted.Path, UnifiedEmulator.NextSession());

        var tables = await _unified.RowsAsync(
            "SELECT table_name, COUNT(*), array_join(array_agg(column_name ORDER BY ordinal_position), ' ') FROM information_schema.columns "
            + "WHERE table_schema = 'cdp_unification_people' AND table_name IN ('unified_id_keys', 'unified_id_tables', 'unified_id_graph', "
            + "'unified_id_graph_unify_loop_0', 'unified_id_graph_unify_loop_10', 'unified_id_lookup', 'unified_id_source_key_stats', 'unified_id_result_key_stats') GROUP BY table_name");
        Assert.Equal(8, tables.Count);
        Assert.Contains(
            "canonical_id id id_key_type canonical_id_first_seen_at canonical_id_last_seen_at id_first_seen_at id_last_seen_at id_source_table_ids id_last_processed_at",
            tables.Single(t => t.StartsWith("[\"unified_id_lookup\"", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_stops_too_early_stops_the_workflow()
    {
        await _unified.DropAsync("tiny_service", "cdp_unification_people", "tiny_config");
        UnifiedEmulator.Write(_hosted, "id_method: canonical_id; engine: hosted; target_database: tiny_service; merge_iterations: 1; update_strategy: full");
        await _unified.ExecuteAsync(TinyClient.Staging(1, 40));

        await _unified.RunAsync(_hosted.Path, UnifiedEmulator.NextSession(), "dynmic_prep_creation");
        var run = await _unified.RunAsync(_hosted.Path, UnifiedEmulator.NextSession(), "id_unification");

        Assert.Equal("error", run.Status);
        Assert.Contains(run.Tasks, t => t.Error["message"]?.ToString().Contains("Unification has not converged: the service has left", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Rules_that_the_service_would_refuse_are_refused()
    {
        using var body = new StringContent(
            """{"run_canonical_ids": true, "unification": {"name": "x", "keys": [{"name": "email"}], "tables": [{"database": "d", "table": "t", "key_columns": [{"column": "c", "key": "phone"}]}]}}""",
            System.Text.Encoding.UTF8,
            "application/json");

        using var answer = await emulator.Http.PostAsync("/unifications/workflow_call", body);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("There is no key 'phone'.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Everything that is published, without ids; without leaders too where those go by the time that the service sees.</summary>
    private static IEnumerable<(string What, Func<string, string> Sql)> Tables(bool leaders)
    {
        var person = leaders ? "leader_ns, leader_id" : "1";
        yield return ("prep", db => $"SELECT prep_id, email, phone, customer_id, source, first_seen, last_seen, ingest_time, time FROM {db}.tiny_people_prep");
        yield return ("graph", db => $"SELECT follower_id, follower_ns, {person}, follower_first_seen_at, follower_last_seen_at, follower_source_table_ids FROM {db}.tiny_people_unified_id_graph");
        yield return ("lookup", db => $"SELECT id, id_key_type, {person}, id_first_seen_at, id_source_table_ids FROM {db}.tiny_people_unified_id_lookup");
        yield return ("partition", db => $"SELECT array_join(array_agg(CAST(id_key_type AS varchar) || id ORDER BY id_key_type, id), ' ') FROM {db}.tiny_people_unified_id_lookup GROUP BY unified_id");
        yield return ("master", db => $"SELECT city, cities, first_seen_at, last_seen_at, ids FROM {db}.tiny_people_master");
        yield return ("source statistics", db => $"SELECT * FROM {db}.unified_id_source_key_stats");
        yield return ("result statistics", db => $"SELECT * FROM {db}.unified_id_result_key_stats");
        yield return ("coverage", db => $"SELECT table_name, records, with_key, with_id FROM {db}.tiny_people_coverage");
        yield return ("enriched", db => $"SELECT customer_id, email, phone, city, unified_id IS NULL FROM {db}.shop_orders_stg_enriched");
    }
}
