-- Generated from templates/unification/queries/graph_jump.sql: the pointers followed eight times, kept once per round.
-- DIGDAG_INSERT_LINE
WITH two AS (
  SELECT x."v", y."r"
  FROM {{ text.hubs }} x
  JOIN {{ text.hubs }} y ON y."v" = x."r"
),
four AS (
  SELECT x."v", y."r"
  FROM two x
  JOIN two y ON y."v" = x."r"
),
eight AS (
  SELECT x."v", y."r"
  FROM four x
  JOIN four y ON y."v" = x."r"
)
SELECT CAST(${i} AS bigint) AS "round", "v", "r"
FROM eight
WHERE NOT EXISTS (SELECT 1 FROM {{ text.map }} WHERE "round" = ${i})
