-- Generated from templates/unification/queries/publish_seed_tables.sql (engine: hosted).
-- To which person the service has put each combination. From here on the tables are made as by our own engine.
SELECT
  w."prep_id",
  CAST(g."leader_ns" AS bigint) AS "leader_ns",
  g."leader_id",
  {{ plan.run }} AS "published_at",
  {{ plan.run }} AS "time"
FROM (
  SELECT "prep_id", {{ text.first_type }} AS "ns", {{ text.first_id }} AS "id"
  FROM {{ text.prep }}
) w
JOIN (
  SELECT "follower_id", "follower_ns", "leader_id", "leader_ns"
  FROM (
    SELECT
      "follower_id",
      "follower_ns",
      "leader_id",
      "leader_ns",
      ROW_NUMBER() OVER (
        PARTITION BY "follower_id", "follower_ns"
        ORDER BY CASE WHEN "leader_id" = "follower_id" AND "leader_ns" = "follower_ns" THEN 0 ELSE 1 END, {{ text.leader_rank }}, "leader_id"
      ) AS "place"
    FROM {{ text.service_graph }}
  ) ordered
  WHERE "place" = 1
) g ON g."follower_id" = w."id" AND g."follower_ns" = w."ns"
