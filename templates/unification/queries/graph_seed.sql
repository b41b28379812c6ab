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
    {{ text.first_type }} AS "leader_ns",
    {{ text.first_id }} AS "leader_id",
    "first_seen",
    {{ text.aliases | array.join ', ' }}
  FROM {{ text.input }}
) r
CROSS JOIN {{ text.unnest }} AS f ("id", "ns")
WHERE f."id" IS NOT NULL
GROUP BY f."ns", f."id", r."leader_ns", r."leader_id"
