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
  SELECT x.*, COALESCE(l."label", x."v") AS "component"
  FROM "acme_unif"."acme_customer_360_work_vertices" x
  LEFT JOIN label_0 l ON l."v" = x."v"
),
leaders AS (
  SELECT "component", "ns" AS "leader_ns", "id" AS "leader_id", "published_at"
  FROM (
    SELECT "component", "ns", "id", "published_at",
      ROW_NUMBER() OVER (PARTITION BY "component" ORDER BY "may_lead" DESC, "published_at" NULLS LAST, "first_seen", CASE "ns" WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 3 THEN 3 END, "id") AS "place"
    FROM members
  ) ordered
  WHERE "place" = 1
)
SELECT m."ns", m."id", l."leader_ns", l."leader_id", l."published_at"
FROM members m
JOIN leaders l ON l."component" = m."component"
