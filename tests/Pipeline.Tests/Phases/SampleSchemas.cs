using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>The sample's tables as its phases leave them.</summary>
internal static class SampleSchemas
{
    public static SchemaCatalog Combined { get; } = new(
    [
        Union("shop_customers", "id,email,first_name,last_name,phone,date_of_birth,city,country,accepts_marketing,total_spent double,created_at,updated_at,cluster"),
        Union("shop_orders", "id bigint,customer_id,email,order_date,billing_city,billing_country,total_price double,created_at,updated_at"),
        Union("shop_products", "id bigint,title,composer,price double,duration_ms bigint"),
        Union("crm_profiles", "id,email,phone_number,first_name,last_name,city,birthday,subscribed,properties,created,updated,cluster"),
        Union("crm_events", "id,email,metric,value double,event_properties,datetime"),
    ]);

    /// <summary>What staging makes of <see cref="Combined"/>.</summary>
    public static SchemaCatalog Cleaned { get; } = new(
        new StagingPlanner(PipelineResolver.Resolve(Project.SampleConfig()), Combined).Tables().Select(
            t => new TableSchema(
                new(t.StagingDatabase, t.Target),
                [.. t.Outputs.Kept.Select(o => new ColumnDescription(o.Name, o.Type))])));

    private static TableSchema Union(string name, string columns) =>
        Project.Table($"{name}_hist_union", [.. columns.Split(','), "record_origin", "union_batch_id"]);
}
