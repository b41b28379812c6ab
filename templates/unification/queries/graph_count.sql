{{~ if plan.leader_loop ~}}
-- Generated from templates/unification/queries/graph_count.sql: how many leaders gave way in the round, noted once.
-- DIGDAG_INSERT_LINE
SELECT CAST(${i + 1} AS bigint) AS "round", c."edges_left"
FROM (
  SELECT COUNT(CASE WHEN "v" <> "r" THEN 1 END) AS "edges_left"
  FROM {{ text.moves }}
) c
{{~ else ~}}
-- Generated from templates/unification/queries/graph_count.sql: how many links are left after the round, noted once.
-- DIGDAG_INSERT_LINE
SELECT CAST(${i + 1} AS bigint) AS "round", c."edges_left"
FROM (
  SELECT COUNT(*) AS "edges_left"
  FROM "{{ plan.database }}"."{{ text.edges }}${i + 1}"
) c
{{~ end ~}}
WHERE NOT EXISTS (SELECT 1 FROM {{ text.control }} WHERE "round" = ${i + 1})
