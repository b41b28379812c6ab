using System.Globalization;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>
/// A table that is staged batch after batch while tasks fail: before or after their effect, resumed or begun anew, run twice by
/// a job's retry, with rows arriving meanwhile. What it holds in the end is what one quiet run over all rows gives.
/// </summary>
internal static class FailureSchedules
{
    private const string Compared = "a, b, changed, note, seen_at_std, record_origin, time";

    private static readonly string[] _columns = ["a varchar", "b varchar", "changed bigint", "note varchar", "seen_at varchar"];

    /// <summary>Settings of the table: an upsert with rows that have no key, one that drops them, rows that are only added, a full load.</summary>
    public static readonly string[] Kinds =
    [
        "{ name: shop_things, dedupe: { keys: [a, b], order_by: changed } }",
        "{ name: shop_things, dedupe: { keys: [a, b], order_by: [changed, seen_at], null_keys: drop } }",
        "shop_things",
        "{ name: shop_things, load: full, dedupe: { keys: a } }",
    ];

    /// <returns>The rows of the schedule and those of the quiet run.</returns>
    public static async Task<(List<string> Found, List<string> Expected)> RunAsync(string kind, int seed, SqlEngine engine = SqlEngine.Presto)
    {
        var random = new Random(seed);
        using var troubled = new Batches(kind, engine, _columns);
        using var quiet = new Batches(kind, engine, _columns);
        var second = 1_735_000_000L;
        for (var batch = 0; batch < 3; batch++)
        {
            await AddAsync();
            await SessionsAsync(troubled, random, AddAsync);
        }

        foreach (var task in troubled.NextSession())
        {
            await task.Run();
        }

        await quiet.StageAsync();
        return (await troubled.RowsAsync(Compared), await quiet.RowsAsync(Compared));

        async Task AddAsync()
        {
            second++;
            string[] rows = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Row(random, second))];
            await troubled.AddAsync(rows);
            await quiet.AddAsync(rows);
        }
    }

    private static async Task SessionsAsync(Batches table, Random random, Func<Task> arrive)
    {
        var (tasks, at) = (table.NextSession(), 0);
        while (at < tasks.Count)
        {
            if (random.Next(12) == 0)
            {
                await arrive();
            }

            var fate = random.Next(10);
            if (fate > 0)
            {
                await tasks[at].Run();
            }

            if (fate == 1)
            {
                await tasks[at].Run();
            }

            at += fate is 0 or 2 ? 0 : 1;
            if (fate is 0 or 2 && random.Next(4) == 0)
            {
                (tasks, at) = (table.NextSession(), 0);
            }
        }
    }

    private static string Row(Random random, long second)
    {
        string Key() => random.Next(6) == 0 ? "NULL" : $"'k{random.Next(4)}'";
        var (origin, time) = random.Next(4) == 0 ? ("hist", second - 1_000_000) : ("inc", second);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Key()}, {Key()}, {(random.Next(5) == 0 ? "NULL" : random.Next(9))}, 'n{random.Next(1000)}', '2024-01-{random.Next(1, 32):00}', '{origin}', {time}");
    }
}
