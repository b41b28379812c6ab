{{~ if plan.leader_loop ~}}
-- Generated from templates/unification/queries/graph_map.sql: per round, to which leader each leader gave way; at first each leads itself.
SELECT DISTINCT
  CAST(0 AS bigint) AS "round",
  "b" AS "v",
  "b" AS "r"
FROM "{{ plan.database }}"."{{ text.edges }}0"
{{~ else ~}}
-- Generated from templates/unification/queries/graph_map.sql: per round, to which key each key was drawn; empty at first.
SELECT
  CAST(0 AS bigint) AS "round",
  CAST(0 AS bigint) AS "v",
  CAST(0 AS bigint) AS "r"
WHERE 1 = 0
{{~ end ~}}
