-- Generated from templates/unification/queries/graph_hubs.sql.
-- Every key points to the best-connected of itself and its neighbours; equals are told apart by a shuffle of the round.
-- Along the pointers the pair (bucket, shuffle) falls, so they cannot run in a circle.
-- The shuffle is a fifth power modulo 2147483647, which gives every number another one; a line would keep a chain's order.
WITH links AS (
  SELECT "a" AS "v", "b" AS "w" FROM "acme_unif"."acme_customer_360_work_edges_${i}"
  UNION ALL
  SELECT "b" AS "v", "a" AS "w" FROM "acme_unif"."acme_customer_360_work_edges_${i}"
),
degrees AS (
  SELECT "v", 40 - CAST(floor(log2(COUNT(*))) AS bigint) AS "bucket"
  FROM links
  GROUP BY "v"
),
ones AS (
  SELECT "v", "bucket", ("v" * ${1103515245 + 2 * i * 7919} + ${12345 + i * 104729}) % 2147483647 AS "x"
  FROM degrees
),
squares AS (
  SELECT "v", "bucket", "x", "x" * "x" % 2147483647 AS "x2"
  FROM ones
),
ranks AS (
  SELECT "v", "bucket" * 2147483647 + "x2" * "x2" % 2147483647 * "x" % 2147483647 AS "rank"
  FROM squares
)
SELECT "v", min_by("w", "rank") AS "r"
FROM (
  SELECT l."v", l."w", r."rank"
  FROM links l
  JOIN ranks r ON r."v" = l."w"
  UNION ALL
  SELECT "v", "v" AS "w", "rank"
  FROM ranks
) near
GROUP BY "v"
