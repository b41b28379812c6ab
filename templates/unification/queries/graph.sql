-- Generated from templates/unification/queries/graph.sql: every key with the leader of its person.
{{~ if plan.leader_loop ~}}
WITH pairs AS (
{{~ if plan.hosted ~}}
  SELECT DISTINCT "follower_id" AS "id", CAST("follower_ns" AS bigint) AS "ns", "leader_id", CAST("leader_ns" AS bigint) AS "leader_ns"
  FROM {{ text.service_graph }}
{{~ else ~}}
  SELECT DISTINCT k."id", k."ns", s."leader_id", s."leader_ns"
  FROM {{ text.prep }} p
  JOIN {{ text.state_new }} s ON s."prep_id" = p."prep_id"
  CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
  WHERE k."id" IS NOT NULL
{{~ end ~}}
),
seen AS (
  SELECT k."id", k."ns", MIN(p."first_seen") AS "first_seen", MAX(p."last_seen") AS "last_seen", array_sort(array_agg(DISTINCT p."table_id")) AS "table_ids"
  FROM {{ text.prep }} p
  CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
  WHERE k."id" IS NOT NULL
  GROUP BY k."id", k."ns"
)
SELECT
  k."id" AS "follower_id",
  k."ns" AS "follower_ns",
  k."leader_id",
  k."leader_ns",
  s."first_seen" AS "follower_first_seen_at",
  s."last_seen" AS "follower_last_seen_at",
  s."table_ids" AS "follower_source_table_ids",
  {{ plan.run }} AS "follower_last_processed_at",
  {{ plan.run }} AS "time"
FROM pairs k
JOIN seen s ON s."id" = k."id" AND s."ns" = k."ns"
{{~ else ~}}
SELECT
  k."id" AS "follower_id",
  k."ns" AS "follower_ns",
  r."leader_id",
  r."leader_ns",
  MIN(r."first_seen") AS "follower_first_seen_at",
  MAX(r."last_seen") AS "follower_last_seen_at",
  array_sort(array_agg(DISTINCT r."table_id")) AS "follower_source_table_ids",
  {{ plan.run }} AS "follower_last_processed_at",
  {{ plan.run }} AS "time"
FROM (
  SELECT p.*, s."leader_ns", s."leader_id"
  FROM {{ text.prep }} p
  JOIN {{ text.state_new }} s ON s."prep_id" = p."prep_id"
) r
CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
WHERE k."id" IS NOT NULL
GROUP BY k."id", k."ns", r."leader_id", r."leader_ns"
{{~ end ~}}
