using Cdp.Pipeline;
using Cdp.Pipeline.Tests;

namespace Cdp.Phases.Tests;

/// <summary>Idempotence: whatever fails and is repeated, at random, the tables are in the end what they would have been.</summary>
public sealed class RepeatedTasksTests
{
    [Fact]
    public async Task Tasks_that_are_repeated_at_random_leave_the_same_tables()
    {
        var clean = await Schedule.RunAsync(null);
        foreach (var seed in Enumerable.Range(1, 2))
        {
            var disturbed = await Schedule.RunAsync(seed);

            Assert.True(disturbed.Faults > 0);
            Assert.Equal(clean.Tables, disturbed.Tables);
        }
    }
}

/// <summary>Two runs of ingestion and hist-union, between which the source has changed.</summary>
/// <param name="Tables">All rows, without what tells when and by which batch they came.</param>
internal sealed record Schedule(string Tables, int Faults, int Attempts)
{
    private static readonly string[] _questions =
    [
        "SELECT 'customers_hist', id, email, created_at FROM shop_customers_hist",
        "SELECT 'customers', id, email, updated_at, city FROM shop_customers",
        "SELECT 'orders_hist', id, total FROM shop_orders_hist",
        "SELECT 'orders', id, total, updated_at FROM shop_orders",
        "SELECT 'products', id, title FROM shop_products",
        "SELECT 'customers_union', record_origin, id, email, city FROM shop_customers_hist_union",
        "SELECT 'orders_union', record_origin, id, total FROM shop_orders_hist_union",
        "SELECT 'products_union', record_origin, id, title FROM shop_products_hist_union",
        "SELECT DISTINCT 'loaded', object_name, run_mode, window_start, window_end, records_loaded FROM ingestion_log WHERE status = 'success'",
        "SELECT 'watermark', project_name, table_name, MAX(inc_value) FROM acme_config.inc_log GROUP BY 2, 3",
    ];

    public static async Task<Schedule> RunAsync(int? seed)
    {
        using TempFolder folder = new();
        using UnreliableTd td = new(seed ?? 0, 0.12);
        using HttpMessageInvoker invoker = new(td, disposeHandler: false);
        await using var box = await InProcessBox.StartAsync(invoker);
        PhaseRun run = new(box, folder, seed is null ? null : new Random(seed.Value));
        Shop.Open(folder);
        for (var round = 0; round < 2; round++)
        {
            var session = Shop.First.AddDays(7 * round);
            foreach (var (phase, hours) in ((Phase, int)[])[(Phase.Ingestion, 1), (Phase.HistUnion, 2)])
            {
                td.Left = seed is null ? 0 : 8;
                box.Now = session.AddHours(hours);
                await run.RunAsync(Shop.Config(), phase, session);
            }

            Shop.Grow(folder);
        }

        List<string> rows = [];
        foreach (var question in _questions)
        {
            rows.AddRange((await run.RowsAsync(question)).Order(StringComparer.Ordinal));
        }

        return new(string.Join('\n', rows), td.Refused + td.Lost, run.Attempts);
    }
}
