-- Generated from templates/unification/queries/graph_converged.sql: a row when keys of one record have not come together.
SELECT "edges_left"
FROM (
  SELECT COUNT(*) AS "edges_left"
  FROM (
    SELECT r."prep_id"
    FROM "acme_unif"."acme_customer_360_prep" r
    CROSS JOIN UNNEST(ARRAY["email", "phone"], ARRAY[CAST(1 AS bigint), CAST(2 AS bigint)]) AS k ("id", "ns")
    JOIN "cdp_unification_customer_360"."unified_id_graph" g ON g."follower_id" = k."id" AND g."follower_ns" = k."ns"
    WHERE k."id" IS NOT NULL
    GROUP BY r."prep_id"
    HAVING COUNT(DISTINCT CAST(g."leader_ns" AS varchar) || ':' || g."leader_id") > 1
  ) pieces
) c
WHERE "edges_left" > 0
