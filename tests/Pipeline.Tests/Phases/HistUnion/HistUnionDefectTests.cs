using Cdp.Pipeline.Schemas;
using static Cdp.Pipeline.Tests.Phases.Project;

namespace Cdp.Pipeline.Tests.Phases.HistUnion;

/// <summary>Defects of public templates that cannot come back here (spec, cdp_phases §4.1 and §4.3), one test an id.</summary>
public class HistUnionDefectTests
{
    private static readonly TableSchema _inc = Table("shop_orders", "id bigint", "order", "total double", "load_batch_id");
    private static readonly TableSchema _hist = Table("shop_orders_hist", "total bigint", "id bigint", "channel", "load_batch_id");

    [Fact]
    public void B_WM_1_rows_are_copied_up_to_what_was_read_first()
    {
        var sql = Union(_inc, _hist);

        Assert.Contains("\"time\" > ${td.last_results.inc_lo}\n  AND \"time\" <= ${td.last_results.inc_hi}", sql, StringComparison.Ordinal);
        Assert.Contains("\"time\" > ${td.last_results.hist_lo}\n  AND \"time\" <= ${td.last_results.hist_hi}", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void B_WM_2_a_side_without_rows_leaves_no_watermark() =>
        Assert.Contains("WHERE ${watermark_value} > 0", Files(_inc, _hist)["queries/set_watermark.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_WM_3_a_batch_is_deleted_before_it_is_copied_and_its_watermark_comes_after()
    {
        var dig = Files(_inc, _hist)["shop_hist_union.dig"];

        int[] places = [.. new[] { "+window:", "+delete_batch:", "+insert:", "+set_watermarks:" }
            .Select(task => dig.IndexOf(task, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void B_WM_3_batches_of_the_sides_are_apart_so_that_one_watermark_alone_does_no_harm()
    {
        var files = Files(_inc, _hist);

        Assert.Contains(
            "(\"record_origin\" = 'hist' AND \"time\" > ${td.last_results.hist_lo})\n  OR (\"record_origin\" = 'inc' AND \"time\" > ${td.last_results.inc_lo})",
            files["queries/shop_orders_delete.sql"],
            StringComparison.Ordinal);
        Assert.Contains("'inc-${td.last_results.inc_lo}' AS \"union_batch_id\"", files["queries/shop_orders_union.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_WM_6_the_last_seconds_can_wait_for_the_next_run()
    {
        var config = SampleConfig();
        Project project = new(config with { HistUnion = config.HistUnion with { SafetyLagSeconds = 60, Tables = [new() { Name = "shop_orders" }] } });

        Assert.Contains(
            "LEAST(\"w\".\"inc_max\", CAST(to_unixtime(now()) AS bigint) - 60)",
            project.Render(Project.UnionPhase, new([_inc, _hist]))["queries/shop_orders_window.sql"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void B_HU_1_a_table_that_lacks_a_column_is_rebuilt_with_it_and_swapped_in()
    {
        var files = Files(_inc, _hist, Table("shop_orders_hist_union", "id bigint", "total bigint", "gone", "record_origin", "union_batch_id"));

        var rebuild = files["queries/shop_orders_rebuild.sql"];
        Assert.Contains("CAST(NULL AS varchar) AS \"channel\"", rebuild, StringComparison.Ordinal);
        Assert.Contains("CAST(\"total\" AS double) AS \"total\"", rebuild, StringComparison.Ordinal);
        Assert.Contains("\"gone\"", files["queries/shop_orders_union.sql"], StringComparison.Ordinal);
        Assert.Contains("create_table: ${union.new_table}", files["shop_hist_union.dig"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_HU_1_a_table_that_fits_is_left_alone() =>
        Assert.DoesNotContain(
            "queries/shop_orders_rebuild.sql",
            Files(_inc, _hist, Table("shop_orders_hist_union", "id bigint", "order", "total double", "channel", "record_origin", "union_batch_id")).Keys);

    [Fact]
    public void B_HU_2_both_sides_have_the_same_columns_in_the_same_types()
    {
        var (hist, inc) = Sides(Union(_inc, _hist));

        Assert.Equal(["\"id\",", "CAST(NULL AS varchar) AS \"order\",", "CAST(\"total\" AS double) AS \"total\",", "\"channel\","], hist[..4]);
        Assert.Equal(["\"id\",", "\"order\",", "\"total\",", "CAST(NULL AS varchar) AS \"channel\","], inc[..4]);
        Assert.Equal(hist.Length, inc.Length);
    }

    [Fact]
    public void B_HU_4_and_6_a_full_load_is_built_beside_and_swapped_by_configuration()
    {
        var config = SampleConfig();
        Project project = new(config with
        {
            HistUnion = config.HistUnion with { Tables = [new() { Name = "shop_orders", Load = Cdp.Pipeline.Configuration.LoadKind.Full }] },
        });

        var files = project.Render(Project.UnionPhase, new([_inc, _hist]));

        Assert.Contains("rename_tables:", files["shop_hist_union.dig"], StringComparison.Ordinal);
        Assert.DoesNotContain("WHERE", files["queries/shop_orders_union.sql"], StringComparison.Ordinal);
        Assert.All(files, f => Assert.DoesNotContain("DROP TABLE", f.Value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void B_HU_5_no_statement_of_other_databases_is_written() =>
        Assert.All(
            Files(_inc, _hist).Where(f => f.Key.EndsWith(".sql", StringComparison.Ordinal)),
            f => Assert.DoesNotMatch("(?i)CREATE INDEX|PRIMARY KEY|PARTITIONED BY|ON DUPLICATE|QUALIFY|`", f.Value));

    [Fact]
    public void B_HU_7_a_missing_side_is_left_out_and_not_made_up()
    {
        var files = Files(_hist);

        Assert.DoesNotContain("UNION ALL", files["queries/shop_orders_union.sql"], StringComparison.Ordinal);
        Assert.All(files, f => Assert.DoesNotContain("\"shop_orders\" ", f.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("\"inc_lo\"", files["queries/shop_orders_window.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_missing_sides_are_told_before_anything_is_generated()
    {
        var error = Assert.Throws<PipelineException>(() => Files());

        Assert.Equal(
            "Neither acme_src.shop_orders_hist nor acme_src.shop_orders exists, so there is nothing to combine into shop_orders_hist_union. Run the ingestion of shop_orders first, or take it out of hist_union.tables.",
            error.Message);
    }

    [Fact]
    public void B_HU_8_tables_are_combined_a_few_at_a_time() =>
        Assert.Contains("_parallel:\n    limit: 3\n", Files(_inc, _hist)["shop_hist_union.dig"], StringComparison.Ordinal);

    [Fact]
    public void B_HU_9_names_are_the_seeds() =>
        Assert.Equal(
            ["shop_hist_union.dig", "queries/shop_orders_union.sql"],
            Project.UnionPhase.ExpectedFiles(OnlyOrders().Pipeline));

    [Fact]
    public void A_reserved_word_is_quoted_and_time_is_passed_on()
    {
        var sql = Union(_inc, _hist);

        Assert.Contains("\"order\"", sql, StringComparison.Ordinal);
        Assert.Equal(2, sql.Split("  \"time\"\nFROM").Length - 1);
        Assert.DoesNotContain("load_batch_id", sql, StringComparison.Ordinal);
    }

    private static string Union(params TableSchema[] schemas) => Files(schemas)["queries/shop_orders_union.sql"];

    private static IReadOnlyDictionary<string, string> Files(params TableSchema[] schemas) =>
        OnlyOrders().Render(Project.UnionPhase, new(schemas));

    private static Project OnlyOrders()
    {
        var config = SampleConfig();
        return new(config with { HistUnion = config.HistUnion with { Tables = [new() { Name = "shop_orders" }] } });
    }

    private static (string[] Hist, string[] Inc) Sides(string sql)
    {
        var selects = sql.Split("SELECT\n").Skip(1).Select(s => s.Split('\n').TakeWhile(l => !l.StartsWith("FROM", StringComparison.Ordinal)).Select(l => l.Trim()).ToArray()).ToArray();
        return (selects[0], selects[1]);
    }
}
