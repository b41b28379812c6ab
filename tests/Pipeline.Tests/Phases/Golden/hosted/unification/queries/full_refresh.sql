-- Generated from templates/unification/queries/full_refresh.sql: how many combinations of the last run are gone.
SELECT COUNT(*) AS "vanished"
FROM "acme_unif"."acme_customer_360_resolved" s
LEFT JOIN "acme_unif"."acme_customer_360_prep" p ON p."prep_id" = s."prep_id"
WHERE p."prep_id" IS NULL
