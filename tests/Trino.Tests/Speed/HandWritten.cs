namespace Cdp.Trino.Tests.Speed;

/// <summary>What somebody who knows DuckDB would have written.</summary>
internal static class HandWritten
{
    public static string Of(string file) => file switch
    {
        "hist_union/queries/shop_orders_union.sql" => """
            SELECT id, customer_id, email, total_price, 'hist' AS record_origin, 'hist-0' AS union_batch_id, time
            FROM acme_src.shop_orders_hist
            WHERE time > 0 AND time <= 1900000000
              AND NOT EXISTS (SELECT 1 FROM acme_src.shop_orders_hist_union WHERE union_batch_id = 'hist-0')
            UNION ALL
            SELECT id, customer_id, email, total_price, 'inc', 'inc-0', time
            FROM acme_src.shop_orders
            WHERE time > 0 AND time <= 1900000000
              AND NOT EXISTS (SELECT 1 FROM acme_src.shop_orders_hist_union WHERE union_batch_id = 'inc-0')
            """,
        "unification/queries/graph.sql" => """
            SELECT k.id AS follower_id, k.ns AS follower_ns, leader_id, leader_ns,
              min(first_seen) AS first_seen, max(last_seen) AS last_seen,
              list_sort(list(DISTINCT table_id)) AS tables, 1700000000::BIGINT AS processed, 1700000000::BIGINT AS time
            FROM acme_unif.acme_customer_360_prep p
            JOIN acme_unif.acme_customer_360_resolved__new s USING (prep_id)
            CROSS JOIN LATERAL (SELECT unnest([email, phone, customer_id]) AS id, unnest([1::BIGINT, 2::BIGINT, 3::BIGINT]) AS ns) k
            WHERE k.id IS NOT NULL
            GROUP BY k.id, k.ns, leader_id, leader_ns
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "Nobody has written this one."),
    };

    public static IEnumerable<string> Tables(int rows)
    {
        var columns = "i::VARCHAR AS id, (i % 50000)::VARCHAR AS customer_id, 'p' || (i % 70000) || '@example.com' AS email, '2024-0' || (1 + i % 9) || '-1' || (i % 10) AS order_date, (i * 0.5)::DOUBLE AS total_price, NULL::VARCHAR AS record_origin, NULL::VARCHAR AS union_batch_id, 1600000000 + i AS time";
        yield return "CREATE SCHEMA acme_src";
        yield return "CREATE SCHEMA acme_unif";
        yield return $"CREATE TABLE acme_src.shop_orders AS SELECT {columns} FROM range({rows}) t(i)";
        yield return $"CREATE TABLE acme_src.shop_orders_hist AS SELECT {columns} FROM range({rows}) t(i)";
        yield return "CREATE TABLE acme_src.shop_orders_hist_union AS SELECT * FROM acme_src.shop_orders LIMIT 1000";
        yield return $"CREATE TABLE acme_unif.acme_customer_360_prep AS SELECT i AS prep_id, 'p' || (i % 70000) || '@example.com' AS email, CASE WHEN i % 3 = 0 THEN (i % 60000)::VARCHAR END AS phone, (i % 50000)::VARCHAR AS customer_id, 1600000000 + i AS first_seen, 1600000000 + 2 * i AS last_seen, i % 4 AS table_id, 1600000000 + i AS time FROM range({rows}) t(i)";
        yield return $"CREATE TABLE acme_unif.acme_customer_360_resolved__new AS SELECT i AS prep_id, 'l' || (i % 40000) AS leader_id, 1::BIGINT AS leader_ns, 1600000000 AS time FROM range({rows}) t(i)";
    }
}
