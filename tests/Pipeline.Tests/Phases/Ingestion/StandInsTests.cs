using System.Text.Json.Nodes;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

public class StandInsTests
{
    [Fact]
    public void Each_load_of_the_sample_finds_its_file_and_its_window()
    {
        Project project = new(Project.SampleConfig());

        var all = new StandIns(project.Connectors).Of(project.Pipeline, "/here")["stand_ins"]!.AsArray();

        Assert.Equal(
            [
                """{"match":{"type":"shopify_v2","incremental":true,"target":"customers","incremental_field":"created_at"},"path":"/here/data/shop/customers.csv","format":"csv","window":{"column":"created_at","from":"from_date","to":"to_date"}}""",
                """{"match":{"type":"shopify_v2","incremental":true,"target":"customers","incremental_field":"updated_at"},"path":"/here/data/shop/customers.csv","format":"csv","window":{"column":"updated_at","from":"from_date","to":"to_date"}}""",
            ],
            Of(all, "customers"));
        Assert.Equal(
            ["""{"match":{"type":"shopify_v2","incremental":false,"target":"products"},"path":"/here/data/shop/products.csv","format":"csv"}"""],
            Of(all, "products"));
        Assert.Equal(
            ["""{"match":{"type":"klaviyo","incremental":true,"skip_related_objects":true,"data_source":"events"},"path":"/here/data/crm/events.csv","format":"csv","window":{"column":"datetime","from":"start_time","to":"end_time"}}"""],
            Of(all, "events"));
    }

    private static IEnumerable<string> Of(JsonArray all, string file) =>
        all.Where(entry => entry!["path"]!.ToString().EndsWith($"/{file}.csv", StringComparison.Ordinal)).Select(entry => entry!.ToJsonString());
}
