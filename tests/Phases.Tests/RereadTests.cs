using Cdp.Pipeline;
using Cdp.Pipeline.Operations;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Tests;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Phases.Tests;

/// <summary>Reading again: replay of increments, backfill of history, a source that joins later.</summary>
public sealed class RereadTests : IAsyncLifetime
{
    private const string Union = "SELECT record_origin, id, email FROM shop_customers_hist_union ORDER BY 1, 2";

    private readonly TempFolder _folder = new();
    private InProcessBox _box = null!;
    private PhaseRun _run = null!;

    public async Task InitializeAsync()
    {
        _box = await InProcessBox.StartAsync();
        _run = new(_box, _folder);
        Shop.Open(_folder);
        await RoundAsync(0);
    }

    public async Task DisposeAsync()
    {
        await _box.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_the_source_had_wrong_is_right_after_a_replay_and_a_backfill_and_nothing_is_there_twice()
    {
        _folder.Write(
            "customers.csv",
            """
            id,email,created_at,updated_at
            1,ann@right.com,2024-01-05T10:00:00Z,2025-02-01T00:00:00Z
            2,bob@right.com,2024-05-05T10:00:00Z,2024-05-06T00:00:00Z
            3,cat@x.com,2024-11-30T10:00:00Z,2025-01-01T00:00:00Z
            4,dan@right.com,2025-02-03T10:00:00Z,2025-02-03T10:00:00Z

            """);
        var (planner, customers) = Planner();
        var untouched = await _run.RowsAsync(Union);

        var replay = await planner.ReplayAsync(customers, Shop.First.AddDays(-20), CancellationToken.None);
        var backfill = await planner.BackfillAsync(customers, null, null, CancellationToken.None);
        var before = await _run.RowsAsync("SELECT MAX(inc_value) FROM acme_config.inc_log WHERE table_name = 'shop_customers' AND project_name = 'ingestion'");
        await planner.ApplyAsync(replay, customers, Shop.First, CancellationToken.None);
        await planner.ApplyAsync(backfill, customers, Shop.First, CancellationToken.None);
        await RoundAsync(1);

        Assert.Equal([Shop.First.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)], before);
        Assert.Equal(3, replay.Rows);
        Assert.Equal(3, backfill.Rows);
        Assert.Equal([0, 3], backfill.Windows.Select(w => (int)w.Records!.Value));
        Assert.Equal(
            ["hist|1|ann@right.com", "hist|2|bob@right.com", "hist|3|cat@x.com", "inc|1|ann@right.com", "inc|3|cat@x.com", "inc|4|dan@right.com"],
            await _run.RowsAsync(Union));
        Assert.Equal(6, untouched.Count);
    }

    [Fact]
    public async Task A_source_that_joins_later_does_not_load_the_others_again()
    {
        var loads = await LoadsAsync("shop");
        var rows = await _run.RowsAsync(Union);
        Shop.OpenSecond(_folder);

        await RoundAsync(1, second: true);

        var historyOfShop = (await LoadsAsync("shop")).Where(l => l.StartsWith("historical", StringComparison.Ordinal)).ToList();
        Assert.Equal(loads.Where(l => l.StartsWith("historical", StringComparison.Ordinal)), historyOfShop);
        Assert.Equal(rows, await _run.RowsAsync(Union));
        Assert.Equal(["hist|7", "inc|8"], await _run.RowsAsync("SELECT record_origin, id FROM desk_tickets_hist_union ORDER BY 1, 2"));
        Assert.Equal(["historical|tickets|0", "historical|tickets|1", "incremental|tickets|1"], (await LoadsAsync("desk")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Before_the_first_increment_history_is_pointed_to()
    {
        var (planner, customers) = Planner();

        var plan = await planner.ReplayAsync(customers, Shop.First.AddYears(-1), CancellationToken.None);

        Assert.Contains(plan.Warnings, w => w.Contains("belongs to history", StringComparison.Ordinal));
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), plan.Moves[^1].To);
    }

    private async Task RoundAsync(int week, bool second = false)
    {
        var session = Shop.First.AddDays(7 * week);
        var config = second ? Shop.WithSecond() : Shop.Config();
        _box.Now = session.AddHours(1);
        await _run.RunAsync(config, Phase.Ingestion, session);
        _box.Now = session.AddHours(2);
        await _run.RunAsync(config, Phase.HistUnion, session);
    }

    private async Task<IReadOnlyList<string>> LoadsAsync(string source) => await _run.RowsAsync(
        $"SELECT run_mode, object_name, records_loaded FROM ingestion_log WHERE source_name = '{source}' AND status = 'success' ORDER BY log_id, time");

    private (RereadPlanner Planner, ObjectWatermarks Customers) Planner()
    {
        var pipeline = PipelineResolver.Resolve(Shop.Config());
        return (new(_box.Platform, pipeline, new Project(Shop.Config()).Connectors), ObjectWatermarks.Of(pipeline).Single(o => o.Id == "shop_customers"));
    }
}
