using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Tests.Configuration;

public class ConfigLoaderTests
{
    [Fact]
    public void What_is_not_written_is_chained_from_phase_to_phase()
    {
        var pipeline = PipelineResolver.Resolve(Load("""
            client: acme
            platform: treasure_data
            ingestion:
              incremental_field: updated_at
              sources:
                - source_name: shop
                  connector: shopify_v2
                  objects: [orders, {name: products, load: full}]
                - source_name: crm
                  connector: klaviyo
                  mode: incremental
                  objects: [profiles]
            unification: { name: customer_360 }
            """));

        var orders = pipeline.Unification.Tables[0].Staging.Union.Object;
        Assert.Equal(("shop_orders", "shop_orders_hist", "updated_at"), (orders.Table, orders.HistTable, orders.HistApiField));
        Assert.Equal(["shop_orders_hist_union", "shop_products_hist_union", "crm_profiles_hist_union"], pipeline.HistUnion.Tables.Select(t => t.Target));
        Assert.Equal([true, false, false], pipeline.HistUnion.Tables.Select(t => t.HasHist));
        Assert.Equal(["shop_orders_stg", "shop_products_stg", "crm_profiles_stg"], pipeline.Staging.Tables.Select(t => t.Target));
        Assert.Equal("shop_orders_stg_enriched", pipeline.Unification.Tables[0].Enriched);
        Assert.Equal("acme_customer_360_unified_id_lookup", pipeline.Unification.LookupTable);
        Assert.Equal(["acme_src", "acme_config", "acme_stg", "acme_unif"], pipeline.Databases.ToArray());
        Assert.Equal("acme_hist_union", pipeline.Project(Phase.HistUnion));
    }

    [Fact]
    public void A_phase_may_take_some_of_the_tables_and_other_names()
    {
        var pipeline = PipelineResolver.Resolve(Load("""
            client: acme
            platform: treasure_data
            ingestion:
              target_database: acme_raw
              sources: [{ source_name: shop, connector: shopify_v2, objects: [orders, customers] }]
            hist_union: { target_suffix: _histunion }
            staging:
              table_pattern: clean_{table}
              tables: [shop_customers]
            unification: { name: customer_360 }
            monitor: { poll_interval: 200ms, timeout: 3h }
            """));

        Assert.Equal("acme_raw", pipeline.HistUnion.Database);
        Assert.Equal("shop_customers_histunion", Assert.Single(pipeline.Staging.Tables).SourceTable);
        Assert.Equal("clean_shop_customers", Assert.Single(pipeline.Unification.Tables).Table);
        Assert.Equal(TimeSpan.FromMilliseconds(200), pipeline.Config.Monitor.PollInterval);
        Assert.Equal(TimeSpan.FromHours(3), pipeline.Config.Monitor.Timeout);
    }

    private static PipelineConfig Load(string text)
    {
        using var folder = new TempFolder();
        return new ConfigLoader(new FileStore(new DiskFiles()), []).Load(folder.Write("pipeline.yml", text));
    }
}
