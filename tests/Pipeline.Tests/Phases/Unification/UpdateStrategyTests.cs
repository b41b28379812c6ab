using Cdp.Pipeline.Configuration;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Runs over changing tables: by changes and in full, the persons are the same.</summary>
public sealed class UpdateStrategyTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");
    private readonly TrinoDatabase _others = TrinoDatabase.Open(":memory:");

    public void Dispose()
    {
        _tables.Dispose();
        _others.Dispose();
    }

    [Theory]
    [InlineData(7, IdMethod.PersistentId)]
    [InlineData(8, IdMethod.CanonicalId)]
    [InlineData(9, IdMethod.PersistentId)]
    public async Task Incremental_runs_find_the_persons_of_full_runs_when_links_come_and_go(int seed, IdMethod method)
    {
        var (incremental, full) = Both(method);
        var random = new Random(seed);
        var links = new List<(int Left, int Right)>();

        for (var batch = 0; batch < 4; batch++)
        {
            links.RemoveAll(_ => random.Next(5) == 0);
            links.AddRange(Enumerable.Range(0, 15).Select(_ => (random.Next(40), random.Next(40))));
            var found = await PersonsAsync(incremental, _tables, links, 1_735_700_000 + batch);

            Assert.Equal(await PersonsAsync(full, _others, links, 1_735_700_000 + batch), found);
            Assert.Equal(Expected(links), found);
            const string Ids = "SELECT id, leader_id, unified_id FROM acme_customer_360_unified_id_lookup ORDER BY 1, 2";
            Assert.Equal(await full.Project(0).RowsAsync(Ids), await incremental.Project(0).RowsAsync(Ids));
        }
    }

    [Theory]
    [InlineData(IdMethod.CanonicalId)]
    [InlineData(IdMethod.PersistentId)]
    public async Task Twenty_batches_by_changes_find_what_one_full_run_finds(IdMethod method)
    {
        var (incremental, full) = Both(method);
        var random = new Random(20);
        var links = new List<(int Left, int Right)>();
        List<string> found = [];
        for (var batch = 0; batch < 20; batch++)
        {
            links.AddRange(Enumerable.Range(0, 8).Select(_ => (random.Next(200), random.Next(200))));
            found = await PersonsAsync(incremental, _tables, links, 1_735_700_000 + batch);
        }

        Assert.Equal(await PersonsAsync(full, _others, links, 1_735_700_019), found);
        Assert.Equal(Expected(links), found);
        if (method is IdMethod.CanonicalId)
        {
            const string Ids = "SELECT id, leader_id, unified_id, id_first_seen_at FROM acme_customer_360_unified_id_lookup ORDER BY 1, 2";
            Assert.Equal(await full.Project(0).RowsAsync(Ids), await incremental.Project(0).RowsAsync(Ids));
        }
    }

    [Fact]
    public async Task A_published_id_outlives_a_merge_and_the_merge_is_logged()
    {
        var run = new UnificationRun(_tables, TwoMails.Config(), SampleSchemas.Cleaned);
        await PersonsAsync(run, _tables, [(5, 6)], 1_735_700_000);
        var before = await run.Project(0).RowsAsync("SELECT DISTINCT unified_id FROM acme_customer_360_unified_id_lookup");
        await PersonsAsync(run, _tables, [(5, 6), (1, 2)], 1_735_700_001);

        await PersonsAsync(run, _tables, [(5, 6), (1, 2), (2, 5)], 1_735_700_002);

        var sql = run.Project(0);
        Assert.Equal(before, await sql.RowsAsync("SELECT DISTINCT unified_id FROM acme_customer_360_unified_id_lookup"));
        Assert.Equal(["MERGE|2"], await sql.RowsAsync("SELECT change, ids FROM acme_customer_360_merge_split_log"));
    }

    [Fact]
    public async Task An_excluded_value_joins_nobody()
    {
        var run = new UnificationRun(_tables, TwoMails.Config(), SampleSchemas.Cleaned);
        await PersonsAsync(run, _tables, [(1, 2), (2, 3)], 1_735_700_000);
        await run.Project(0).RunAsync(
            "INSERT INTO acme_config.exclusion_list (key_value, key_name, tbls, note, time) VALUES ('p0002@x.org', 'email', ARRAY['*'], 'shared', 0)");

        var persons = await PersonsAsync(run, _tables, [(1, 2), (2, 3)], 1_735_700_001);

        Assert.Equal(["p0001@x.org", "p0003@x.org"], persons);
    }

    /// <summary>By changes and in full; only what finds persons, for logs and repeats are others' to test.</summary>
    private (UnificationRun Incremental, UnificationRun Full) Both(IdMethod method)
    {
        UnificationRun Run(TrinoDatabase tables, UpdateStrategy strategy)
        {
            var config = TwoMails.Config(strategy);
            return new(tables, config with { Unification = config.Unification with { IdMethod = method } }, SampleSchemas.Cleaned) { Whole = false };
        }

        return (Run(_tables, UpdateStrategy.Incremental), Run(_others, UpdateStrategy.Full));
    }

    private static IReadOnlyList<string> Expected(IEnumerable<(int Left, int Right)> links)
    {
        var persons = new Persons();
        foreach (var (left, right) in links)
        {
            persons.Add([Mail(left), Mail(right)]);
        }

        return persons.Groups();
    }

    private static async Task<List<string>> PersonsAsync(
        UnificationRun run, TrinoDatabase tables, IReadOnlyList<(int Left, int Right)> links, long session)
    {
        tables.CreateDatabase("acme_stg");
        var sql = run.Project(session);
        var rows = links.Select(l => $"('{Mail(l.Left)}', '{Mail(l.Right)}', BIGINT '1735600000')");
        await sql.RunAsync(
            "DROP TABLE IF EXISTS acme_stg.crm_profiles_stg;\nCREATE TABLE acme_stg.crm_profiles_stg AS "
            + $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS t (email_std, email, time)");
        await run.PrepareAsync(sql);
        await run.ResolveAsync(sql);
        await run.PublishAsync(sql);
        return
        [
            .. (await sql.RowsAsync("SELECT unified_id, id FROM acme_customer_360_unified_id_lookup"))
                .Select(r => r.Split('|'))
                .GroupBy(r => r[0], r => r[1])
                .Select(g => string.Join(' ', g.Order(StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Mail(int person) => FormattableString.Invariant($"p{person:d4}@x.org");
}
