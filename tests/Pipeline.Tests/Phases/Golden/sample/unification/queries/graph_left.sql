-- Generated from templates/unification/queries/graph_left.sql: zero as soon as some round has left no link.
SELECT MIN("edges_left") AS "edges_left"
FROM "acme_unif"."acme_customer_360_work_control"
