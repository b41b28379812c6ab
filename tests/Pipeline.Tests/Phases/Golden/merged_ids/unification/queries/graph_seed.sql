-- Generated from templates/unification/queries/graph_seed.sql.
-- In each combination the most trusted key leads the others; it follows itself.
SELECT
  f."ns" AS "follower_ns",
  f."id" AS "follower_id",
  r."leader_ns",
  r."leader_id",
  MIN(r."first_seen") AS "first_seen"
FROM (
  SELECT
    CASE WHEN "customer_id" IS NOT NULL THEN 3 WHEN "household" IS NOT NULL THEN 4 END AS "leader_ns",
    COALESCE("customer_id", "household") AS "leader_id",
    "first_seen",
    "customer_id", "household"
  FROM "acme_unif"."acme_customer_360_work_input"
) r
CROSS JOIN UNNEST(ARRAY["customer_id", "household"], ARRAY[CAST(3 AS bigint), CAST(4 AS bigint)]) AS f ("id", "ns")
WHERE f."id" IS NOT NULL
GROUP BY f."ns", f."id", r."leader_ns", r."leader_id"
