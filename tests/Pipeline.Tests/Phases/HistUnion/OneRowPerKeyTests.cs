using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Tests.Fakes;
using Cdp.Pipeline.Tests.Gates;
using Cdp.Trino;
using static Cdp.Pipeline.Tests.Phases.Project;

namespace Cdp.Pipeline.Tests.Phases.HistUnion;

/// <summary><c>hist_union.dedupe</c> (spec, cdp_phases §1.2-7): the generated query over real tables.</summary>
public sealed class OneRowPerKeyTests : IDisposable
{
    private const long Session = 1_800_000_000;

    private static readonly TableSchema _inc = Table("shop_orders", "id bigint", "shop", "changed", "total double");
    private static readonly TableSchema _hist = Table("shop_orders_hist", "id bigint", "shop", "changed", "total bigint");

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task B_HU_3_a_record_of_history_and_increments_is_there_once_as_it_changed_last()
    {
        var project = await ProjectAsync("dedupe: { keys: id, order_by: changed }", null);
        await project.RunAsync("INSERT INTO shop_orders_hist VALUES (1, 'a', '2024-01-01', 5, 100), (2, 'a', '2024-01-02', 6, 100), (3, 'a', '2024-01-03', 7, 900)");
        await project.RunAsync("INSERT INTO shop_orders VALUES (2, 'a', '2024-06-01', 6.5E0, 200), (2, 'a', '2024-05-01', 6.1E0, 300), (3, 'a', '2024-01-03', 7E0, 200), (4, 'a', NULL, 8E0, 200)");

        await project.CreateAsync("queries/shop_orders_union.sql", "shop_orders_hist_union");

        // Of 3 both sides say the same, and history was read later.
        Assert.Equal(
            ["1|5|hist|100", "2|6.5|inc|200", "3|7|hist|900", "4|8|inc|200"],
            await project.RowsAsync("SELECT id, total, record_origin, time FROM shop_orders_hist_union ORDER BY id"));
    }

    [Theory]
    [InlineData("keep", 3)]
    [InlineData("drop", 1)]
    public async Task Rows_without_any_key_are_kept_or_dropped_and_a_key_of_several_columns_may_lack_one(string nulls, int rows)
    {
        var project = await ProjectAsync($"dedupe: {{ keys: [id, shop], null_keys: {nulls} }}", null);
        await project.RunAsync("INSERT INTO shop_orders VALUES (NULL, NULL, 'x', 1E0, 100), (NULL, NULL, 'x', 1E0, 100), (NULL, 'b', 'x', 2E0, 100), (NULL, 'b', 'y', 3E0, 101)");

        await project.CreateAsync("queries/shop_orders_union.sql", "shop_orders_hist_union");

        Assert.Equal(rows, await project.NumberAsync("SELECT COUNT(*) FROM shop_orders_hist_union"));
        Assert.Equal(["y"], await project.RowsAsync("SELECT changed FROM shop_orders_hist_union WHERE shop = 'b'"));
    }

    /// <summary>Rows come in any batches, and the table is made again and again: in the end it is what its sides say, and the gate agrees.</summary>
    [Fact]
    public async Task Batches_and_reruns_do_not_matter()
    {
        Random random = new(11);
        var config = Config("dedupe: { keys: [id, shop], order_by: changed }", null);
        var project = await ProjectAsync(config);
        for (var round = 0; round < 40; round++)
        {
            var (side, number) = random.Next(2) == 0 ? ("shop_orders", "E0") : ("shop_orders_hist", "");
            await project.RunAsync($"INSERT INTO {side} VALUES ({Some(random, 4, "")}, {Some(random, 2, "'")}, {Some(random, 5, "'")}, {random.Next(9)}{number}, {100 + random.Next(30)})");
            await project.CreateAsync("queries/shop_orders_union.sql", "shop_orders_hist_union");
            if (random.Next(3) == 0)
            {
                await project.CreateAsync("queries/shop_orders_union.sql", "shop_orders_hist_union");
            }
        }

        var found = await project.RowsAsync("SELECT id, shop, changed, time, record_origin FROM shop_orders_hist_union WHERE id IS NOT NULL OR shop IS NOT NULL");
        var expected = (await project.RowsAsync(
            """
            SELECT id, shop, changed, time, 'inc' FROM shop_orders WHERE id IS NOT NULL OR shop IS NOT NULL
            UNION ALL SELECT id, shop, changed, time, 'hist' FROM shop_orders_hist WHERE id IS NOT NULL OR shop IS NOT NULL
            """))
            .Select(row => row.Split('|'))
            .GroupBy(row => (row[0], row[1]))
            .Select(key => key
                .OrderByDescending(row => row[2] == "NULL" ? "" : row[2], StringComparer.Ordinal)
                .ThenByDescending(row => row[3], StringComparer.Ordinal)
                .ThenByDescending(row => row[4], StringComparer.Ordinal)
                .First())
            .Select(row => string.Join('|', row));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        var check = new Cdp.Pipeline.Gates.HistUnion.UnionsAreComplete().Checks(Scope(config)).Single(c => c.Subject == "acme_src.shop_orders_hist_union");
        var platform = TablePlatform.Over(_tables);
        Assert.Null(check.Judge(await platform.QueryAsync(new(check.Sql, check.Database), CancellationToken.None)));
        await project.RunAsync("INSERT INTO shop_orders_hist_union SELECT * FROM shop_orders_hist_union LIMIT 1");
        Assert.EndsWith(" keys.", check.Judge(await platform.QueryAsync(new(check.Sql, check.Database), CancellationToken.None)), StringComparison.Ordinal);
    }

    [Fact]
    public void For_all_tables_it_is_by_the_keys_of_their_objects()
    {
        var config = Config(null, "dedupe: {}");

        var tables = new Project(config).Pipeline.HistUnion.Tables;

        Assert.Equal<string>(["id"], tables.Single(t => t.Id == "shop_orders").Dedupe!.Keys);
        Assert.Equal<string>(["changed"], tables.Single(t => t.Id == "shop_orders").Dedupe!.OrderBy);
        Assert.Null(tables.Single(t => t.Id == "shop_events").Dedupe);
    }

    [Fact]
    public void A_key_that_nothing_says_and_a_column_that_is_not_there_are_told()
    {
        var error = Assert.Throws<PipelineException>(() => Load(Yaml("- { name: shop_events, dedupe: {} }", null)));
        Assert.Contains("Nothing says which columns name a record of shop_events. Write keys: here, or key: at its object.", error.Message, StringComparison.Ordinal);

        var nothing = Assert.Throws<PipelineException>(() => Load(Yaml(null, "dedupe: {}").Replace("key: id, ", "", StringComparison.Ordinal)));
        Assert.Contains("No object says which columns name a record, so no table would have one row per key.", nothing.Message, StringComparison.Ordinal);

        var config = Config("dedupe: { keys: id, order_by: chnged }", null);
        var missing = Assert.Throws<PipelineException>(() => new Project(config).Render(Project.UnionPhase, new([_inc, _hist])));
        Assert.Equal(
            "hist_union.dedupe of shop_orders names the column 'chnged', which neither history nor increments have. Did you mean 'changed'?",
            missing.Message);
    }

    [Fact]
    public void Staging_has_one_row_for_the_same_key()
    {
        Project project = new(Config("dedupe: { keys: shop }", null));

        var staged = new Pipeline.Phases.Staging.StagingPlanner(project.Pipeline, new(UnionPhase.Makes(project.Pipeline, new([_inc, _hist])))).Tables();

        Assert.Equal<string>(["shop"], staged.Single(t => t.Name == "shop_orders").Dedupe!.Keys);
    }

    /// <summary>B-HU-6: which tables are loaded whole is a matter of the configuration, and of every table.</summary>
    [Fact]
    public async Task B_HU_6_a_table_that_the_configuration_says_is_combined_whole_forgets_what_its_sides_lost()
    {
        var project = await ProjectAsync("load: full", null);
        await project.RunAsync("INSERT INTO shop_orders VALUES (1, 'a', 'x', 1E0, 100), (2, 'a', 'x', 1E0, 100)");
        await project.CreateAsync("queries/shop_orders_union.sql", "shop_orders_hist_union");
        await project.RunAsync("DELETE FROM shop_orders WHERE id = 1");

        await project.CreateAsync("queries/shop_orders_union.sql", "shop_orders_hist_union__new");

        Assert.Equal(2, await project.NumberAsync("SELECT COUNT(*) FROM shop_orders_hist_union"));
        project.Rename("shop_orders_hist_union__new", "shop_orders_hist_union");
        Assert.Equal(["2"], await project.RowsAsync("SELECT id FROM shop_orders_hist_union"));
    }

    private static string Some(Random random, int values, string quote) =>
        random.Next(4) == 0 ? "NULL" : $"{quote}{random.Next(values)}{quote}";

    private static Cdp.Pipeline.Gates.GateScope Scope(PipelineConfig config)
    {
        Project project = new(config);
        SchemaCatalog schemas = new([_inc, _hist]);
        return new()
        {
            Pipeline = project.Pipeline,
            Phase = Phase.HistUnion,
            Files = project.Render(Project.UnionPhase, schemas),
            Schemas = schemas,
            Now = DateTimeOffset.UnixEpoch,
        };
    }

    private Task<SqlProject> ProjectAsync(string orders, string? settings) => ProjectAsync(Config(orders, settings));

    private async Task<SqlProject> ProjectAsync(PipelineConfig config)
    {
        foreach (var database in (string[])["acme_src", "acme_config"])
        {
            _tables.CreateDatabase(database);
        }

        SqlProject project = new(_tables, new Project(config).Render(Project.UnionPhase, new([_inc, _hist])), "acme_src", Session);
        await project.RunAsync("CREATE TABLE shop_orders (id bigint, shop varchar, changed varchar, total double, time bigint)");
        await project.RunAsync("CREATE TABLE shop_orders_hist (id bigint, shop varchar, changed varchar, total bigint, time bigint)");
        return project;
    }

    private static PipelineConfig Config(string? orders, string? settings) =>
        Load(Yaml(orders is null ? null : $"- {{ name: shop_orders, {orders} }}", settings));

    private static string Yaml(string? table, string? settings) =>
        $$"""
        client: acme
        platform: treasure_data
        ingestion:
          start_date: 2024-01-01T00:00:00.000000
          end_date: 2025-01-01T00:00:00.000000
          sources:
            - source_name: shop
              connector: shopify_v2
              parameters: { td_authentication_id: "7" }
              objects: [{ name: orders, key: id, inc_field: changed }, events]
        hist_union:
          {{(table is null ? settings : $"tables: [{table[2..]}]")}}
        unification: { name: customer_360, keys: [email] }
        """;
}
