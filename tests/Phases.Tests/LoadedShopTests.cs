using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Phases.Tests;

/// <summary>Defects of public templates (spec, cdp_phases §4.1 to §4.3) that are seen in the tables: the generated files, run.</summary>
public sealed class LoadedShopTests(LoadedShop shop) : IClassFixture<LoadedShop>
{
    /// <summary>Of all loads the connector does not say which ends belong to a window, so each begins a second early.</summary>
    [Fact]
    public async Task B_ING_4_no_record_on_the_boundary_of_a_range_is_lost()
    {
        Assert.Equal(["10", "11", "14"], await RowsAsync("SELECT DISTINCT id FROM shop_orders_hist ORDER BY 1"));
        Assert.Empty(new[] { "12", "15" }.Except(await RowsAsync("SELECT DISTINCT id FROM shop_orders")));
        Assert.Equal(
            ["1685577600|1704067200", "1704067200|1735689600"],
            await RowsAsync("SELECT DISTINCT window_start, window_end FROM ingestion_log WHERE run_mode = 'historical' ORDER BY 1"));
    }

    [Fact]
    public async Task B_ING_9_each_load_has_one_begin_and_one_end_of_the_same_name() =>
        Assert.Equal(
            ["1|1|2"],
            await RowsAsync(
                """
                SELECT DISTINCT COUNT_IF(status = 'started'), COUNT_IF(status = 'success'), COUNT(*)
                FROM ingestion_log GROUP BY log_id
                """));

    [Fact]
    public async Task B_ING_10_a_range_of_history_that_is_done_is_not_loaded_again() =>
        Assert.Equal(
            ["customers|1685577600|1", "customers|1704067200|1", "orders|1685577600|1", "orders|1704067200|1"],
            await RowsAsync("SELECT object_name, window_start, COUNT(*) FROM ingestion_log WHERE run_mode = 'historical' AND status = 'success' GROUP BY 1, 2 ORDER BY 1, 2"));

    [Fact]
    public async Task B_ING_11_increments_begin_where_history_ends_and_each_where_the_last_has_ended() =>
        Assert.Equal(
            ["1735689600|1740787200", "1740787200|1741392000"],
            await RowsAsync("SELECT DISTINCT window_start, window_end FROM ingestion_log WHERE run_mode = 'incremental' ORDER BY 1"));

    [Fact]
    public async Task B_WM_1_and_2_a_watermark_is_the_end_of_the_window_and_never_empty() =>
        Assert.Equal(
            ["shop_customers|1741392000", "shop_orders|1741392000", "shop_products|1741392000"],
            await RowsAsync("SELECT table_name, MAX(inc_value) FROM acme_config.inc_log WHERE project_name = 'ingestion' GROUP BY 1 HAVING COUNT_IF(inc_value IS NULL) = 0 ORDER BY 1"));

    /// <summary>A column comes: seen against the last description of the raw table, and told.</summary>
    [Fact]
    public void B_ING_17_what_a_source_has_changed_is_told()
    {
        TableName customers = new("acme_src", "shop_customers");

        Assert.Equal(["city varchar is new"], SchemaDrift.Between(shop.Described.First.Find(customers)!, shop.Described.Second.Find(customers)!));
        Assert.Equal(
            ["The source of shop_customers_hist_union has changed: city varchar is new. The table is rebuilt before the next copy."],
            shop.Notices);
    }

    [Fact]
    public async Task B_HU_1_a_column_that_comes_is_in_the_combined_table() =>
        Assert.Equal(["Oslo", "Rome"], await RowsAsync("SELECT city FROM shop_customers_hist_union WHERE city IS NOT NULL AND city <> '' ORDER BY 1"));

    [Fact]
    public async Task B_HU_4_a_table_that_is_loaded_whole_loses_what_its_source_has_lost() =>
        Assert.Equal(["101|cup"], await RowsAsync("SELECT id, title FROM shop_products_hist_union"));

    [Fact]
    public async Task B_HU_7_and_9_tables_have_the_seeds_names_and_no_work_table_is_left() =>
        Assert.Equal(
            [
                "ingestion_log", "shop_customers", "shop_customers_hist", "shop_customers_hist_union", "shop_orders",
                "shop_orders_hist", "shop_orders_hist_union", "shop_products", "shop_products_hist_union",
            ],
            await RowsAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'acme_src' ORDER BY 1"));

    private Task<IReadOnlyList<string>> RowsAsync(string sql) => shop.Run.RowsAsync(sql);
}
