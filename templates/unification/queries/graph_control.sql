-- Generated from templates/unification/queries/graph_control.sql: how many links are left, before the first round.
SELECT CAST(0 AS bigint) AS "round", COUNT(*) AS "edges_left"
FROM "{{ plan.database }}"."{{ text.edges }}0"
{{~ if plan.leader_loop ~}}
WHERE "a" <> "b"
{{~ end ~}}
