-- Generated from templates/unification/queries/overmerge_check.sql: the persons with the most keys, for somebody to look at.
SELECT {{ text.id }}, "leader_ns", "leader_id", COUNT(*) AS "ids"
FROM {{ text.lookup }}
GROUP BY {{ text.id }}, "leader_ns", "leader_id"
ORDER BY COUNT(*) DESC, {{ text.id }}
LIMIT 20
