namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>Defects of public templates that show only when a table is staged again and again (cdp_phases §4.1 and §4.4).</summary>
public sealed class StagingBatchTests
{
    private const string Keyed = "{ name: shop_things, dedupe: { keys: [a, b], order_by: changed } }";

    private static readonly string[] _columns = ["a varchar", "b varchar", "changed bigint", "note varchar"];

    [Fact]
    public async Task B_ST_8_keys_of_several_columns_are_not_run_together_and_rows_without_a_key_are_not_doubled()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'bc', 1, 'x', 'inc', 10", "'ab', 'c', 1, 'y', 'inc', 10", "NULL, NULL, 1, 'z', 'inc', 10", "'a', NULL, 1, 'v', 'inc', 10");
        await things.StageAsync();
        await things.AddAsync("'a', 'bc', 2, 'x2', 'inc', 20", "NULL, NULL, 1, 'z', 'inc', 20", "'a', NULL, 2, 'v2', 'inc', 20");

        await things.StageAsync();

        Assert.Equal(["v2", "x2", "y", "z"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task Rows_without_a_key_are_dropped_when_that_is_said()
    {
        using var things = new Batches("{ name: shop_things, dedupe: { keys: [a, b], null_keys: drop } }", _columns);
        await things.AddAsync("NULL, NULL, 1, 'z', 'inc', 10", "'a', NULL, 1, 'v', 'inc', 10");

        await things.StageAsync();

        Assert.Equal(["v"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task B_ST_9_what_a_failed_run_left_is_not_taken_up_again()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 1, 'wrong', 'inc', 10");
        await Assert.ThrowsAsync<InvalidOperationException>(() => things.StageAsync(task => task == "delete" ? throw new InvalidOperationException("killed") : Task.CompletedTask));
        await things.ExecuteAsync("DELETE FROM acme_src.shop_things_hist_union WHERE note = 'wrong'");
        await things.AddAsync("'a', 'b', 0, 'right', 'inc', 10");

        await things.StageAsync();

        Assert.Equal(["right"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task B_ST_10_a_late_older_record_does_not_overwrite_a_newer_one()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 5, 'newer', 'inc', 10");
        await things.StageAsync();
        await things.AddAsync("'a', 'b', 4, 'older', 'inc', 20", "'a', 'b', NULL, 'undated', 'inc', 20");

        await things.StageAsync();

        Assert.Equal(["newer"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task B_ST_11_a_run_that_dies_between_delete_and_insert_loses_nothing()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 1, 'old', 'inc', 10", "'c', 'd', 1, 'other', 'inc', 10");
        await things.StageAsync();
        await things.AddAsync("'a', 'b', 2, 'new', 'inc', 20");
        await Assert.ThrowsAsync<InvalidOperationException>(() => things.StageAsync(task => task == "insert" ? throw new InvalidOperationException("killed") : Task.CompletedTask));

        await things.StageAsync();

        Assert.Equal(["new", "other"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task B_ST_12_a_column_that_the_source_has_gained_shifts_no_other()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 1, 'x', 'inc', 10");
        await things.StageAsync();
        await things.GainAsync("colour varchar");
        await things.AddAsync("'red', 'c', 'd', 1, 'y', 'inc', 20");

        await things.StageAsync();

        Assert.Equal(["a|b|x|NULL", "c|d|y|red"], await things.RowsAsync("a, b, note, colour"));
    }

    [Fact]
    public async Task A_type_that_widens_is_taken_into_the_table()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 1, 'x', 'inc', 10");
        await things.StageAsync();
        await things.WidenAsync("changed", "double");
        await things.AddAsync("'c', 'd', 1.5, 'y', 'inc', 20");

        await things.StageAsync();

        Assert.Equal(["a|b|2", "c|d|3"], await things.RowsAsync("a, b, CAST(changed * 2 AS bigint)"));
    }

    [Fact]
    public async Task B_ST_13_rows_that_arrive_while_it_runs_are_read_by_the_next_run()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 1, 'x', 'inc', 10");
        await things.StageAsync(task => task == "transform" ? things.AddAsync("'c', 'd', 1, 'y', 'inc', 11") : Task.CompletedTask);

        Assert.Equal(["x"], await things.RowsAsync("note"));
        await things.StageAsync();

        Assert.Equal(["x", "y"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task B_ST_15_a_table_that_a_failed_first_run_left_empty_is_filled()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 1, 'x', 'inc', 10");
        await Assert.ThrowsAsync<InvalidOperationException>(() => things.StageAsync(task => task == "delete" ? throw new InvalidOperationException("killed") : Task.CompletedTask));
        Assert.Empty(await things.RowsAsync("note"));

        await things.StageAsync();

        Assert.Equal(["x"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task B_WM_6_the_newest_rows_wait_until_no_other_of_their_second_can_come()
    {
        using var things = new Batches("shop_things", _columns) { SafetyLagSeconds = 60 };
        var newest = things.NextTime - 10;
        await things.AddAsync("'a', 'b', 1, 'old', 'inc', 10", $"'a', 'b', 1, 'new', 'inc', {newest}");
        await things.StageAsync();
        Assert.Equal(["old"], await things.RowsAsync("note"));
        await things.AddAsync($"'a', 'b', 1, 'of the same second', 'inc', {newest}");

        await things.StageAsync();

        Assert.Equal(["new", "of the same second", "old"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task B_WM_7_history_that_is_combined_after_newer_increments_is_read()
    {
        using var things = new Batches(Keyed, _columns);
        await things.AddAsync("'a', 'b', 1, 'x', 'inc', 100");
        await things.StageAsync();
        await things.AddAsync("'c', 'd', 1, 'y', 'hist', 50");

        await things.StageAsync();

        Assert.Equal(["x", "y"], await things.RowsAsync("note"));
    }

    [Fact]
    public async Task Without_a_key_every_row_counts_and_none_twice()
    {
        using var things = new Batches("shop_things", _columns);
        await things.AddAsync("'a', 'b', 1, 'x', 'inc', 10", "'a', 'b', 1, 'x', 'inc', 10");
        await things.StageAsync();
        await things.AddAsync("'a', 'b', 1, 'x', 'inc', 20");
        await Assert.ThrowsAsync<InvalidOperationException>(() => things.StageAsync(task => task == "watermark" ? throw new InvalidOperationException("killed") : Task.CompletedTask));

        await things.StageAsync();

        Assert.Equal(["x", "x", "x"], await things.RowsAsync("note"));
    }

    [Fact]
    public void B_ST_19_the_keys_stay_among_the_two_hundred_columns()
    {
        string[] wide = [.. Enumerable.Range(0, 250).Select(n => $"c{n} varchar"), .. _columns];
        using var things = new Batches(Keyed, wide);

        var table = things.Files["queries/shop_things_create.sql"].Split('\n').Where(l => l.StartsWith("  \"", StringComparison.Ordinal)).ToList();

        Assert.Equal(200, table.Count);
        Assert.Superset(new HashSet<string> { "  \"a\" varchar,", "  \"b\" varchar,", "  \"changed\" bigint,", "  \"keyhash\" varchar" }, table.ToHashSet());
        Assert.Contains("## Left out", things.Files["docs/shop_things_columns.md"], StringComparison.Ordinal);
    }
}
