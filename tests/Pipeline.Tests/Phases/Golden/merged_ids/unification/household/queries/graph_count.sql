-- Generated from templates/unification/queries/graph_count.sql: how many links are left after the round, noted once.
-- DIGDAG_INSERT_LINE
SELECT CAST(${i + 1} AS bigint) AS "round", c."edges_left"
FROM (
  SELECT COUNT(*) AS "edges_left"
  FROM "acme_unif"."acme_customer_360_household_work_edges_${i + 1}"
) c
WHERE NOT EXISTS (SELECT 1 FROM "acme_unif"."acme_customer_360_household_work_control" WHERE "round" = ${i + 1})
