-- Generated from templates/unification/queries/graph_converged.sql: a row as long as links are left, none when all persons are found.
SELECT "edges_left"
FROM (SELECT MIN("edges_left") AS "edges_left" FROM "acme_unif"."acme_customer_360_household_work_control") c
WHERE "edges_left" > 0
