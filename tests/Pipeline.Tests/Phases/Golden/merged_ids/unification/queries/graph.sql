-- Generated from templates/unification/queries/graph.sql: every key with the leader of its person.
SELECT
  k."id" AS "follower_id",
  k."ns" AS "follower_ns",
  r."leader_id",
  r."leader_ns",
  MIN(r."first_seen") AS "follower_first_seen_at",
  MAX(r."last_seen") AS "follower_last_seen_at",
  array_sort(array_agg(DISTINCT r."table_id")) AS "follower_source_table_ids",
  CAST(${session_unixtime} AS bigint) AS "follower_last_processed_at",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM (
  SELECT p.*, s."leader_ns", s."leader_id"
  FROM "acme_unif"."acme_customer_360_prep" p
  JOIN "acme_unif"."acme_customer_360_resolved__new" s ON s."prep_id" = p."prep_id"
) r
CROSS JOIN UNNEST(ARRAY["customer_id", "household"], ARRAY[CAST(3 AS bigint), CAST(4 AS bigint)]) AS k ("id", "ns")
WHERE k."id" IS NOT NULL
GROUP BY k."id", k."ns", r."leader_id", r."leader_ns"
