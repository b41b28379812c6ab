-- Generated from templates/unification/queries/overmerge_check.sql: the persons with the most keys, for somebody to look at.
SELECT "household", "leader_ns", "leader_id", COUNT(*) AS "ids"
FROM "acme_unif"."acme_customer_360_household_lookup"
GROUP BY "household", "leader_ns", "leader_id"
ORDER BY COUNT(*) DESC, "household"
LIMIT 20
