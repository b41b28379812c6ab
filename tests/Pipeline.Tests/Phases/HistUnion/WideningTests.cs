using System.Text.Json.Nodes;
using Cdp.Pipeline.Schemas;
using Cdp.Trino;
using static Cdp.Pipeline.Tests.Phases.Project;

namespace Cdp.Pipeline.Tests.Phases.HistUnion;

/// <summary>B-HU-1 and B-HU-2: what the sides are today goes into a table that was made for what they were.</summary>
public sealed class WideningTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task B_HU_1_a_table_is_rebuilt_once_when_a_type_widens_and_a_column_comes_and_nothing_is_lost_or_twice()
    {
        foreach (var database in (string[])["acme_src", "acme_config"])
        {
            _tables.CreateDatabase(database);
        }

        var narrow = Table("shop_orders", "id bigint", "total bigint", "gone");
        var history = Table("shop_orders_hist", "id bigint", "total bigint");
        var before = Project(narrow, history);
        await before.QueryAsync("queries/create_inc_log.sql");
        await before.RunAsync("CREATE TABLE shop_orders (id bigint, total bigint, gone varchar, time bigint)");
        await before.RunAsync("CREATE TABLE shop_orders_hist (id bigint, total bigint, time bigint)");
        await before.RunAsync("INSERT INTO shop_orders_hist VALUES (1, 5, 100)");
        await before.RunAsync("INSERT INTO shop_orders VALUES (2, 6, 'x', 200)");
        await CombineAsync(before);

        await before.RunAsync("DROP TABLE shop_orders");
        await before.RunAsync("CREATE TABLE shop_orders (id varchar, total double, city varchar, time bigint)");
        await before.RunAsync("INSERT INTO shop_orders VALUES ('3', 7.5E0, 'Oslo', 300)");
        var target = Table("shop_orders_hist_union", "id bigint", "total bigint", "gone", "record_origin", "union_batch_id");
        var after = Project(Table("shop_orders", "id", "total double", "city"), history, target);
        foreach (var attempt in (int[])[1, 2])
        {
            var outgrown = (await after.QueryAsync("queries/shop_orders_outgrown.sql"))[^1].Rows.Length;
            Assert.Equal(attempt == 1 ? 1 : 0, outgrown);
            if (outgrown > 0)
            {
                await after.CreateAsync("queries/shop_orders_rebuild.sql", "shop_orders_hist_union__new");
                after.Rename("shop_orders_hist_union__new", "shop_orders_hist_union");
            }

            await CombineAsync(after);
        }

        Assert.Equal(
            ["1|5|NULL|NULL|hist", "2|6|NULL|x|inc", "3|7.5|Oslo|NULL|inc"],
            await after.RowsAsync("SELECT id, total, city, gone, record_origin FROM shop_orders_hist_union ORDER BY id"));
        Assert.Equal(
            ["id varchar", "total double"],
            (await after.RowsAsync("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'shop_orders_hist_union' AND column_name IN ('id', 'total') ORDER BY 1")).Select(r => r.Replace('|', ' ')));
    }

    /// <summary>The tasks of one session in their order.</summary>
    private static async Task CombineAsync(SqlProject project)
    {
        await project.QueryAsync("queries/shop_orders_create.sql");
        var window = (await project.QueryAsync("queries/shop_orders_window.sql"))[^1];
        JsonObject results = [];
        for (var i = 0; i < window.Columns.Length; i++)
        {
            results[window.Columns[i].Name] = window.Rows[0][i]?.DeepClone();
        }

        JsonObject parameters = new() { ["td"] = new JsonObject { ["last_results"] = results } };
        await project.QueryAsync("queries/shop_orders_delete.sql", parameters);
        await project.QueryAsync("queries/shop_orders_union.sql", parameters);
        await project.RunAsync(
            $"INSERT INTO acme_config.inc_log (project_name, database_name, table_name, inc_value) VALUES ('hist_union', 'acme_src', 'shop_orders', {results["inc_hi"]}), ('hist_union', 'acme_src', 'shop_orders_hist', {results["hist_hi"]})");
    }

    private SqlProject Project(params TableSchema[] schemas)
    {
        var config = SampleConfig();
        Project project = new(config with { HistUnion = config.HistUnion with { Tables = [new() { Name = "shop_orders" }] } });
        return new(_tables, project.Render(UnionPhase, new(schemas)), "acme_src", 1_800_000_000);
    }
}
