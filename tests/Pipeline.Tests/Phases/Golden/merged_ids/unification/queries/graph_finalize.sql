-- Generated from templates/unification/queries/graph_finalize.sql.
-- The pointers of all rounds joined from the last to the first; then the leader of each component.
WITH label_15 AS (
  SELECT "v", "r" AS "label"
  FROM "acme_unif"."acme_customer_360_work_map"
  WHERE "round" = 15
),
label_14 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_15 l ON l."v" = m."r"
  WHERE m."round" = 14
),
label_13 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_14 l ON l."v" = m."r"
  WHERE m."round" = 13
),
label_12 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_13 l ON l."v" = m."r"
  WHERE m."round" = 12
),
label_11 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_12 l ON l."v" = m."r"
  WHERE m."round" = 11
),
label_10 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_11 l ON l."v" = m."r"
  WHERE m."round" = 10
),
label_9 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_10 l ON l."v" = m."r"
  WHERE m."round" = 9
),
label_8 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_9 l ON l."v" = m."r"
  WHERE m."round" = 8
),
label_7 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_8 l ON l."v" = m."r"
  WHERE m."round" = 7
),
label_6 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_7 l ON l."v" = m."r"
  WHERE m."round" = 6
),
label_5 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_6 l ON l."v" = m."r"
  WHERE m."round" = 5
),
label_4 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_5 l ON l."v" = m."r"
  WHERE m."round" = 4
),
label_3 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_4 l ON l."v" = m."r"
  WHERE m."round" = 3
),
label_2 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_3 l ON l."v" = m."r"
  WHERE m."round" = 2
),
label_1 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_2 l ON l."v" = m."r"
  WHERE m."round" = 1
),
label_0 AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM "acme_unif"."acme_customer_360_work_map" m
  LEFT JOIN label_1 l ON l."v" = m."r"
  WHERE m."round" = 0
),
members AS (
  SELECT x."v", x."ns", x."id", COALESCE(l."label", x."v") AS "component"
  FROM "acme_unif"."acme_customer_360_work_vertices" x
  LEFT JOIN label_0 l ON l."v" = x."v"
),
leaders AS (
  SELECT "component", MIN("v") AS "leader"
  FROM members
  GROUP BY "component"
)
SELECT m."ns", m."id", y."ns" AS "leader_ns", y."id" AS "leader_id", y."published_at"
FROM members m
JOIN leaders l ON l."component" = m."component"
JOIN "acme_unif"."acme_customer_360_work_vertices" y ON y."v" = l."leader"
