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
    CASE WHEN "email" IS NOT NULL THEN 1 WHEN "phone" IS NOT NULL THEN 2 END AS "leader_ns",
    COALESCE("email", "phone") AS "leader_id",
    "first_seen",
    "email", "phone"
  FROM "acme_unif"."acme_customer_360_household_work_input"
) r
CROSS JOIN UNNEST(ARRAY["email", "phone"], ARRAY[CAST(1 AS bigint), CAST(2 AS bigint)]) AS f ("id", "ns")
WHERE f."id" IS NOT NULL
GROUP BY f."ns", f."id", r."leader_ns", r."leader_id"
