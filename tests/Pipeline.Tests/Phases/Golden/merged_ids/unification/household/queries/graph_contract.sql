-- Generated from templates/unification/queries/graph_contract.sql: the links between what has not been drawn together yet.
SELECT DISTINCT
  LEAST(x."r", y."r") AS "a",
  GREATEST(x."r", y."r") AS "b"
FROM "acme_unif"."acme_customer_360_household_work_edges_${i}" e
JOIN "acme_unif"."acme_customer_360_household_work_map" x ON x."round" = ${i} AND x."v" = e."a"
JOIN "acme_unif"."acme_customer_360_household_work_map" y ON y."round" = ${i} AND y."v" = e."b"
WHERE x."r" <> y."r"
