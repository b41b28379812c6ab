using System.Globalization;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Tests;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Phases.Tests;

/// <summary>A history day by day, amid failures. The emulator refuses an attempt of more than 1,000 tasks, as digdag does.</summary>
public sealed class LongHistoryTests : IDisposable
{
    private static readonly int _days = Environment.GetEnvironmentVariable("CDP_TEST_SIZE") is "full" ? 150 : 3;
    private static readonly DateTimeOffset _start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly UnreliableTd _td = new(0.03);

    public void Dispose()
    {
        _td.Dispose();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Category", "Measured")]
    public async Task B_ING_12_a_history_of_many_days_is_loaded_by_as_many_attempts_as_it_needs_each_day_once()
    {
        using HttpMessageInvoker invoker = new(_td, disposeHandler: false);
        await using var box = await InProcessBox.StartAsync(invoker);
        _folder.Write(
            "orders.csv",
            "id,created_at,updated_at\n" + string.Concat(Enumerable.Range(0, _days).Select(Day).Select((day, i) => $"{i},{day},{day}\n")));
        PhaseRun run = new(box, _folder, new Random(5));
        _td.Begin(5);
        _td.Left = 5;

        await run.RunAsync(Config(), Phase.Ingestion, _start.AddYears(1));

        var parts = new Project(Config()) is var project ? project.Render(project.LoadPhase).Keys.Count(f => f.Contains("_part_", StringComparison.Ordinal)) : 0;
        Assert.Equal(_days > 60, parts > 1);
        Assert.Equal([$"{_days}|{_days}"], await run.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT id) FROM shop_orders_hist"));
        Assert.Equal(
            [$"{_days}|{_days}|{_start.ToUnixTimeSeconds()}|{_start.AddDays(_days).ToUnixTimeSeconds()}"],
            await run.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT window_start), MIN(window_start), MAX(window_end) FROM ingestion_log WHERE run_mode = 'historical' AND status = 'success'"));
        Assert.Equal(
            [_start.AddDays(_days).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)],
            await run.RowsAsync("SELECT MIN(inc_value) FROM acme_config.inc_log WHERE project_name = 'ingestion' AND table_name = 'shop_orders'"));
    }

    /// <summary>In the middle of the day, so that the second by which loads begin early brings none twice.</summary>
    private static string Day(int i) => _start.AddDays(i).AddHours(12).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static PipelineConfig Config()
    {
        var config = Shop.Config();
        return config with
        {
            Ingestion = config.Ingestion with
            {
                DateRange = DateRange.Day,
                StartDate = Text(_start),
                EndDate = Text(_start.AddDays(_days)),
                Sources = [config.Ingestion.Sources[0] with { Objects = [new() { Name = "orders" }] }],
            },
            Local = new() { Sources = config.Local.Sources.SetItem("shop", config.Local.Sources["shop"].Remove("customers").Remove("products")) },
        };
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000'", CultureInfo.InvariantCulture);
}
