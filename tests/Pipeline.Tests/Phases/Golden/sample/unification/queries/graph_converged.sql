-- Generated from templates/unification/queries/graph_converged.sql: a row only if links are left after all rounds.
SELECT "edges_left"
FROM (SELECT MIN("edges_left") AS "edges_left" FROM "acme_unif"."acme_customer_360_work_control") c
WHERE "edges_left" > 0
