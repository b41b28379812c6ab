-- Generated from templates/unification/queries/publish_seed_tables.sql (engine: hosted).
-- To which person the service has put each combination. From here on the tables are made as by our own engine.
SELECT
  w."prep_id",
  CAST(g."leader_ns" AS bigint) AS "leader_ns",
  g."leader_id",
  CAST(${session_unixtime} AS bigint) AS "published_at",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM (
  SELECT "prep_id", CASE WHEN "email" IS NOT NULL THEN 1 WHEN "phone" IS NOT NULL THEN 2 END AS "ns", COALESCE("email", "phone") AS "id"
  FROM "acme_unif"."acme_customer_360_prep"
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
        ORDER BY CASE WHEN "leader_id" = "follower_id" AND "leader_ns" = "follower_ns" THEN 0 ELSE 1 END, CASE "leader_ns" WHEN 1 THEN 1 WHEN 2 THEN 2 END, "leader_id"
      ) AS "place"
    FROM "cdp_unification_customer_360"."unified_id_graph"
  ) ordered
  WHERE "place" = 1
) g ON g."follower_id" = w."id" AND g."follower_ns" = w."ns"
