using System.Globalization;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Tests;

namespace Cdp.Phases.Tests;

/// <summary>Two runs of ingestion, hist-union and staging, between which the source has changed, amid failures that a seed gives.</summary>
/// <param name="Tables">All rows, without what tells when and by which batch they came.</param>
/// <param name="Faults">Requests that were refused, and answers that were lost.</param>
internal sealed record LoadSchedule(string Tables, int Faults, int Attempts)
{
    /// <summary>Combined by changes, beside a source without an end of its window; with one row a key, beside a table combined whole.</summary>
    public static readonly string[] Kinds = ["by changes", "one row a key, or whole"];

    private const int MostFaults = 8;

    private const int StagedTables = 3;

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
        "SELECT DISTINCT 'loaded', source_name, object_name, run_mode, window_start, window_end, records_loaded FROM ingestion_log WHERE status = 'success'",
    ];

    private static readonly string[] _ofDesk =
    [
        "SELECT 'tickets_hist', id, updated_at FROM desk_tickets_hist",
        "SELECT 'tickets', id, updated_at FROM desk_tickets",
        "SELECT 'tickets_union', record_origin, id FROM desk_tickets_hist_union",
    ];

    /// <param name="client">Nobody else in the box: each schedule has databases and projects of its own.</param>
    /// <param name="seed">Null: nothing fails.</param>
    public static async Task<LoadSchedule> RunAsync(InProcessBox box, UnreliableTd td, string kind, string client, int? seed)
    {
        using TempFolder folder = new();
        td.Begin(seed ?? 0);
        PhaseRun run = new(box, folder, seed is { } s ? new Random(s) : null, client);
        var config = Config(kind) with { Client = client };
        Shop.Open(folder);
        Shop.OpenSecond(folder);
        for (var round = 0; round < 2; round++)
        {
            var session = Shop.First.AddDays(7 * round);
            foreach (var (phase, hours) in ((Phase, int)[])[(Phase.Ingestion, 1), (Phase.HistUnion, 2), (Phase.Staging, 3)])
            {
                td.Left = seed is null ? 0 : MostFaults;
                box.Now = session.AddHours(hours);
                await run.RunAsync(config, phase, session);
            }

            Shop.Grow(folder);
        }

        return new(await TablesAsync(run, kind, client), td.Refused + td.Lost, run.Attempts);
    }

    private static PipelineConfig Config(string kind)
    {
        if (kind == Kinds[0])
        {
            return Shop.WithSecond();
        }

        var config = Shop.Config();
        return config with
        {
            HistUnion = new()
            {
                Tables =
                [
                    new() { Name = "shop_customers", Dedupe = new() { Keys = ["id"], OrderBy = ["updated_at"] } },
                    new() { Name = "shop_orders", Load = LoadKind.Full },
                    new() { Name = "shop_products" },
                ],
            },
        };
    }

    private static async Task<string> TablesAsync(PhaseRun run, string kind, string client)
    {
        var staged = (await run.StagedAsync($"{client}_stg")).ToList();
        if (staged.Count != StagedTables)
        {
            throw new InvalidOperationException($"{staged.Count} tables are staged, not {StagedTables}.");
        }

        List<string> rows = [];
        var watermarks = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT 'watermark', project_name, table_name, MAX(inc_value) FROM {client}_config.inc_log GROUP BY 2, 3");
        foreach (var question in _questions.Concat(kind == Kinds[0] ? _ofDesk : []).Append(watermarks).Concat(staged))
        {
            rows.AddRange((await run.RowsAsync(question)).Order(StringComparer.Ordinal));
        }

        return string.Join('\n', rows);
    }
}
