-- Generated from templates/unification/queries/graph_control.sql: how many links are left, before the first round.
SELECT CAST(0 AS bigint) AS "round", COUNT(*) AS "edges_left"
FROM "acme_unif"."acme_customer_360_household_work_edges_0"
