-- Generated from templates/unification/queries/graph_jump.sql: the pointers followed eight times, kept once per round.
-- DIGDAG_INSERT_LINE
WITH two AS (
  SELECT x."v", y."r"
  FROM "acme_unif"."acme_customer_360_work_hubs" x
  JOIN "acme_unif"."acme_customer_360_work_hubs" y ON y."v" = x."r"
),
four AS (
  SELECT x."v", y."r"
  FROM two x
  JOIN two y ON y."v" = x."r"
),
eight AS (
  SELECT x."v", y."r"
  FROM four x
  JOIN four y ON y."v" = x."r"
)
SELECT CAST(${i} AS bigint) AS "round", "v", "r"
FROM eight
WHERE NOT EXISTS (SELECT 1 FROM "acme_unif"."acme_customer_360_work_map" WHERE "round" = ${i})
