using System.Globalization;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Tests;
using Cdp.Pipeline.Tests.Phases;
using Cdp.Pipeline.Tests.Phases.Staging;
using Cdp.Pipeline.Tests.Phases.Unification;
using Cdp.Pipeline.Tests.Sample;
using Cdp.Trino;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>The sample, and the public files <c>fake_1000</c> and <c>febrl_dataset3</c>, by our own engine and by the service's: the same tables.</summary>
public sealed class BothEnginesOnPublicDataTests : IAsyncLifetime
{
    private const long Cleaned = 1_735_700_000;

    private readonly RunningEmulator _emulator = new();
    private readonly TempFolder _own = new();
    private readonly TempFolder _hosted = new();
    private UnifiedEmulator _unified = null!;

    /// <summary>The cleaned tables are in the warehouse before the emulator opens it.</summary>
    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_emulator.Folder);
        using (var tables = TrinoDatabase.Open(Path.Combine(_emulator.Folder, "warehouse.duckdb")))
        {
            await SampleTables.FillAsync(tables);
            await new StagingRun(tables, Project.SampleConfig(), SampleSchemas.Combined).RunAsync(Cleaned);
            tables.CreateDatabase("tiny_stg");
            await FillAsync(tables, "shop_customers_stg", "fake_1000.csv", "email", "first_name", "surname", "dob");
            await FillAsync(tables, "shop_orders_stg", "febrl_dataset3.csv", "soc_sec_id", "given_name", "surname", "date_of_birth");
        }

        await _emulator.InitializeAsync();
        _unified = new(_emulator);
    }

    public async Task DisposeAsync()
    {
        await _emulator.DisposeAsync();
        _own.Dispose();
        _hosted.Dispose();
    }

    [Fact]
    public async Task Both_engines_publish_the_same_tables_of_public_data()
    {
        var sample = Project.SampleConfig();
        await CompareAsync(sample with { Unification = sample.Unification with { IdMethod = IdMethod.CanonicalId } }, SampleSchemas.Cleaned, "acme_customer_360", 561);

        var files = TinyClient.Config("id_method: canonical_id");
        await CompareAsync(
            files with
            {
                Unification = files.Unification with { Keys = [new() { Name = "customer_id", InvalidTexts = [""] }, new() { Name = "phone", ValidRegexp = "[|].*[|]", InvalidTexts = [""] }], Master = [] },
            },
            TinyClient.Schemas,
            "tiny_people",
            null);
    }

    /// <param name="persons">How many there are, where that is known.</param>
    private async Task CompareAsync(PipelineConfig config, SchemaCatalog schemas, string prefix, int? persons)
    {
        var session = UnifiedEmulator.NextSession();
        PipelineConfig With(UnificationEngine engine, string database) => config with
        {
            Unification = config.Unification with { Engine = engine, TargetDatabase = database, UpdateStrategy = UpdateStrategy.Full, MergeIterations = 10 },
        };

        await RunAsync(_own, With(UnificationEngine.Workflow, "own_unif"), schemas, session);
        await RunAsync(_hosted, With(UnificationEngine.Hosted, "service_unif"), schemas, session);

        foreach (var (what, sql) in Tables(prefix, schemas))
        {
            var own = await _unified.RowsAsync(sql("own_unif"));

            Assert.NotEmpty(own);
            Assert.True(own.SequenceEqual(await _unified.RowsAsync(sql("service_unif"))), $"{prefix}: {what} differs.");
            Assert.True(what != "partition" || persons is null || own.Count == persons, $"{own.Count} persons.");
        }
    }

    private async Task RunAsync(TempFolder folder, PipelineConfig config, SchemaCatalog schemas, string session)
    {
        foreach (var (path, text) in new Project(config).Render(new UnificationPhase(), schemas))
        {
            folder.Write(path, text);
        }

        await _unified.SucceedAsync(folder.Path, session);
    }

    /// <summary>Everything that is published, without ids.</summary>
    private static IEnumerable<(string What, Func<string, string> Sql)> Tables(string prefix, SchemaCatalog schemas)
    {
        yield return ("prep", db => $"SELECT * FROM {db}.{prefix}_prep");
        yield return ("graph", db => $"SELECT follower_id, follower_ns, leader_id, leader_ns, follower_first_seen_at, follower_last_seen_at, follower_source_table_ids FROM {db}.{prefix}_unified_id_graph");
        yield return ("lookup", db => $"SELECT id, id_key_type, leader_id, leader_ns, canonical_id_first_seen_at, canonical_id_last_seen_at, id_first_seen_at, id_last_seen_at, id_source_table_ids FROM {db}.{prefix}_unified_id_lookup");
        yield return ("partition", db => $"SELECT array_join(array_agg(CAST(id_key_type AS varchar) || id ORDER BY id_key_type, id), ' ') FROM {db}.{prefix}_unified_id_lookup GROUP BY unified_id");
        yield return ("master", db => $"SELECT l.leader_id, m.ids, m.first_seen_at, m.last_seen_at FROM {db}.{prefix}_master m JOIN {db}.{prefix}_unified_id_lookup l ON l.unified_id = m.unified_id AND l.id = l.leader_id AND l.id_key_type = l.leader_ns");
        yield return ("source statistics", db => $"SELECT * FROM {db}.unified_id_source_key_stats");
        yield return ("result statistics", db => $"SELECT * FROM {db}.unified_id_result_key_stats");
        yield return ("coverage", db => $"SELECT table_name, records, with_key, with_id FROM {db}.{prefix}_coverage");
        foreach (var table in schemas.Tables.Where(t => t.Name.Table != "shop_products_stg"))
        {
            var columns = string.Join(", ", table.Columns.Select(c => $"e.\"{c.Name}\""));
            yield return (table.Name.Table, db => $"SELECT {columns}, l.leader_id FROM {db}.{table.Name.Table}_enriched e LEFT JOIN {db}.{prefix}_unified_id_lookup l ON l.unified_id = e.unified_id AND l.id = l.leader_id AND l.id_key_type = l.leader_ns");
        }
    }

    /// <summary>A file as a table of an id and of name with date of birth; of another file's ids by its name before them.</summary>
    private static async Task FillAsync(TrinoDatabase tables, string table, string file, string id, string first, string last, string birth)
    {
        var rows = CsvText.Read(await File.ReadAllTextAsync(Repository.File($"tests/Pipeline.Tests/Cases/originals/{file}")))
            .Select(r => r.ToDictionary(c => c.Key.Trim(), c => c.Value.Trim().Replace("'", "''", StringComparison.Ordinal)))
            .Select((r, n) => string.Create(
                CultureInfo.InvariantCulture,
                $"('{(r[id].Length > 0 ? table + r[id] : "")}', '{r[first]}|{r[last]}|{r[birth]}', BIGINT '{1_600_000_000 + n}')"));
        await tables.ExecuteAsync(
            $"CREATE TABLE {table} AS SELECT customer_id, 'none' AS email, phone, 'x' AS city, time FROM (VALUES {string.Join(", ", rows)}) AS t (customer_id, phone, time)",
            new QueryContext { Database = "tiny_stg", Now = DateTimeOffset.UnixEpoch },
            CancellationToken.None);
    }
}
