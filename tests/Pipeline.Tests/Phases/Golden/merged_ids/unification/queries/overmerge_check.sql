-- Generated from templates/unification/queries/overmerge_check.sql: the persons with the most keys, for somebody to look at.
SELECT "unified_id", "leader_ns", "leader_id", COUNT(*) AS "ids"
FROM "acme_unif"."acme_customer_360_unified_id_lookup"
GROUP BY "unified_id", "leader_ns", "leader_id"
ORDER BY COUNT(*) DESC, "unified_id"
LIMIT 20
