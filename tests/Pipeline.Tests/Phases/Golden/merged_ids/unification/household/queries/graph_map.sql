-- Generated from templates/unification/queries/graph_map.sql: per round, to which key each key was drawn; empty at first.
SELECT
  CAST(0 AS bigint) AS "round",
  CAST(0 AS bigint) AS "v",
  CAST(0 AS bigint) AS "r"
WHERE 1 = 0
