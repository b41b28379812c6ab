using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Tests.Phases;

public class PhaseCheckTests
{
    private static readonly Gates.SampleScope _scope = new(Project.SampleConfig());

    private readonly Project _project = new(Project.SampleConfig());

    [Fact]
    public void Every_object_of_a_source_has_a_last_load_that_succeeded()
    {
        var check = Ingestion("ING-14", "shop");

        Assert.Contains("('customers', 'historical'), ('orders', 'historical'), ('customers', 'incremental'), ('orders', 'incremental'), ('products', 'full')", check.Sql, StringComparison.Ordinal);
        Assert.Null(check.Judge(Rows(["object_name", "run_mode", "status"])));
        Assert.Equal(
            "orders (incremental) ended as error; products (full) was never loaded",
            check.Judge(Rows(["object_name", "run_mode", "status"], ["orders", "incremental", "error"], ["products", "full", null])));
    }

    [Fact]
    public void A_table_with_other_rows_than_its_loads_counted_is_a_warning()
    {
        var check = Ingestion("ING-15", "acme_src.shop_orders");

        Assert.Equal(CheckSeverity.Warning, check.Severity);
        Assert.Null(check.Judge(Rows(["found", "logged"], [5, 5])));
        Assert.Equal("shop_orders has 6 rows, but its loads have counted 5.", check.Judge(Rows(["found", "logged"], [6, 5])));
    }

    [Fact]
    public void A_watermark_that_stays_behind_is_a_warning()
    {
        var check = Ingestion("ING-16", "acme_src.shop_orders");

        Assert.Null(check.Judge(Rows(["watermark", "window_end"], [20, 20])));
        Assert.Equal("The watermark of shop_orders is 10, but its last load ended at 20.", check.Judge(Rows(["watermark", "window_end"], [10, 20])));
    }

    [Fact]
    public void A_combined_table_has_the_rows_of_its_sides_once()
    {
        var check = HistUnion("HU-13", "acme_src.shop_orders_hist_union");

        Assert.Null(check.Judge(Rows(["found", "expected"], [7, 7])));
        Assert.Equal("shop_orders_hist_union has 8 rows, but its sides have 7.", check.Judge(Rows(["found", "expected"], [8, 7])));
    }

    [Fact]
    public void A_column_that_came_after_the_plan_is_a_warning()
    {
        var check = HistUnion("HU-16", "acme_src.shop_orders_hist_union");

        Assert.Null(check.Judge(Rows(["table_name", "column_name"])));
        Assert.StartsWith(
            "shop_orders.channel came after shop_orders_hist_union was planned and is not in it.",
            check.Judge(Rows(["table_name", "column_name"], ["shop_orders", "channel"])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_watermark_beyond_the_data_is_a_failure()
    {
        var check = HistUnion("HU-14", "acme_src.shop_orders");

        Assert.Equal(CheckSeverity.Failure, check.Severity);
        Assert.Null(check.Judge(Rows(["empty", "watermark", "newest"], [0, 9, 9])));
        Assert.StartsWith("The watermark of shop_orders is 10, but its newest row is of 9", check.Judge(Rows(["empty", "watermark", "newest"], [0, 10, 9])), StringComparison.Ordinal);
        Assert.Equal("acme_config.inc_log has 2 empty watermarks for shop_orders.", check.Judge(Rows(["empty", "watermark", "newest"], [2, 1, 9])));
    }

    [Fact]
    public void The_report_counts_what_was_ingested_by_object()
    {
        var metrics = Assert.Single(_project.LoadPhase.Metrics(_project.Pipeline));

        Assert.Equal("Ingestion Coverage", metrics.Section);
        Assert.Equal(["Shop Customers", "Shop Orders", "Shop Products", "Crm Profiles", "Crm Events", "Total"], metrics.Labels.Select(l => l.Label));
    }

    private static DataCheck Ingestion(string id, string subject) =>
        Asked(Phase.Ingestion, id, subject);

    private static DataCheck HistUnion(string id, string subject) =>
        Asked(Phase.HistUnion, id, subject);

    private static DataCheck Asked(Phase phase, string id, string subject) => _scope.Gates.OfData
        .Single(g => g.Info.Id == id).Checks(_scope.Of(phase)).Single(c => c.Subject == subject);

    private static QueryResult Rows(string[] columns, params object?[][] rows) => new(
        [.. columns.Select(c => new ColumnDescription(c, "varchar"))],
        [.. rows.Select(r => r.Select(v => v switch
        {
            null => null,
            int number => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(v.ToString()),
        }).ToList()).Select(r => (System.Collections.Immutable.ImmutableArray<JsonNode?>)[.. r])],
        null,
        null);
}
