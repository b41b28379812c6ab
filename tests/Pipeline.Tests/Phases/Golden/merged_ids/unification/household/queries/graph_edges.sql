-- Generated from templates/unification/queries/graph_edges.sql: which keys belong together, each pair once.
SELECT DISTINCT
  LEAST(x."v", y."v") AS "a",
  GREATEST(x."v", y."v") AS "b"
FROM "acme_unif"."acme_customer_360_household_work_pairs" p
JOIN "acme_unif"."acme_customer_360_household_work_vertices" x ON x."ns" = p."leader_ns" AND x."id" = p."leader_id"
JOIN "acme_unif"."acme_customer_360_household_work_vertices" y ON y."ns" = p."follower_ns" AND y."id" = p."follower_id"
WHERE x."v" <> y."v"
