using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Tests.Phases.Staging;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>The staged sample unified on the real engine, against union-find in memory.</summary>
public sealed class UnifiedSampleTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task The_persons_of_the_sample_are_those_that_union_find_gives()
    {
        await SampleTables.FillAsync(_tables);
        await new StagingRun(_tables, Project.SampleConfig(), SampleSchemas.Combined).RunAsync(1_735_700_000);
        var run = new UnificationRun(_tables, Project.SampleConfig(), SampleSchemas.Cleaned);

        var sql = await run.RunAsync(1_735_700_000);

        var expected = await ExpectedAsync(sql);
        Assert.Equal(expected.Groups(), await GroupsAsync(sql));
        Assert.Equal(expected.Count, await sql.NumberAsync("SELECT COUNT(DISTINCT leader_id) FROM acme_customer_360_unified_id_lookup"));
        Assert.Equal(expected.Count, await sql.NumberAsync("SELECT COUNT(*) FROM acme_customer_360_master"));
        Assert.InRange(run.Rounds, 1, 16);
        foreach (var table in (string[])["shop_customers_stg", "shop_orders_stg", "crm_profiles_stg", "crm_events_stg"])
        {
            Assert.Equal(
                await sql.NumberAsync($"SELECT COUNT(*) FROM acme_stg.{table}"),
                await sql.NumberAsync($"SELECT COUNT(*) FROM {table}_enriched"));
        }
    }

    [Fact]
    public async Task A_second_run_over_the_same_rows_changes_nothing()
    {
        await SampleTables.FillAsync(_tables);
        await new StagingRun(_tables, Project.SampleConfig(), SampleSchemas.Combined).RunAsync(1_735_700_000);
        var run = new UnificationRun(_tables, Project.SampleConfig(), SampleSchemas.Cleaned);
        var sql = await run.RunAsync(1_735_700_000);
        var first = await sql.RowsAsync("SELECT id, id_key_type, unified_id, id_first_seen_at FROM acme_customer_360_unified_id_lookup ORDER BY 1, 2");

        sql = await run.RunAsync(1_735_800_000);

        Assert.Equal(first, await sql.RowsAsync("SELECT id, id_key_type, unified_id, id_first_seen_at FROM acme_customer_360_unified_id_lookup ORDER BY 1, 2"));
        Assert.Equal(0, run.Rounds);
        Assert.Equal(0, await sql.NumberAsync("SELECT COUNT(*) FROM acme_customer_360_merge_split_log"));
        Assert.Equal(2, await sql.NumberAsync("SELECT COUNT(DISTINCT \"time\") FROM unified_id_result_key_stats"));
    }

    /// <summary>Straight from the staging tables; nothing of unification's SQL is used.</summary>
    private static async Task<Persons> ExpectedAsync(SqlProject sql)
    {
        var plan = new IdentityPlanner(PipelineResolver.Resolve(Project.SampleConfig()), SampleSchemas.Cleaned).Plan();
        var persons = new Persons();
        foreach (var table in plan.Tables)
        {
            foreach (var row in await sql.RowsAsync($"SELECT {string.Join(", ", table.Columns.Select(c => c.Column))} FROM acme_stg.{table.Table}"))
            {
                var keys = row.Split('|').Select((value, n) => (Value: value, table.Columns[n].Alias.Key))
                    .Where(k => k.Value != "NULL" && !k.Key.InvalidTexts.Contains(k.Value))
                    .Select(k => $"{k.Key.Type}:{k.Value}").ToList();
                if (keys.Count > 0)
                {
                    persons.Add(keys);
                }
            }
        }

        return persons;
    }

    private static async Task<List<string>> GroupsAsync(SqlProject sql) =>
    [
        .. (await sql.RowsAsync("SELECT unified_id, CAST(id_key_type AS varchar) || ':' || id FROM acme_customer_360_unified_id_lookup"))
            .Select(r => r.Split('|'))
            .GroupBy(r => r[0], r => r[1])
            .Select(g => string.Join(' ', g.Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];
}
