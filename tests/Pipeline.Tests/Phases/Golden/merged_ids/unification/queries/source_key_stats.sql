-- Generated from templates/unification/queries/source_key_stats.sql: distinct keys before anything is joined.
-- DIGDAG_INSERT_LINE
WITH keys AS (
  SELECT
    r."source",
    CAST(r."leader_ns" AS varchar) || ':' || r."leader_id" AS "leader",
    k."ns",
    k."id"
  FROM (
    SELECT *, CASE WHEN "customer_id" IS NOT NULL THEN 3 WHEN "household" IS NOT NULL THEN 4 END AS "leader_ns", COALESCE("customer_id", "household") AS "leader_id"
    FROM "acme_unif"."acme_customer_360_prep"
  ) r
  CROSS JOIN UNNEST(ARRAY["customer_id", "household"], ARRAY[CAST(3 AS bigint), CAST(4 AS bigint)]) AS k ("id", "ns")
  WHERE k."id" IS NOT NULL
),
by_table AS (
  SELECT "source" AS "from_table", "leader", "ns", "id" FROM keys
  UNION ALL
  SELECT '*' AS "from_table", "leader", "ns", "id" FROM keys
)
SELECT
  "from_table",
  COUNT(DISTINCT "leader") AS "total_distinct",
  COUNT(DISTINCT CASE WHEN "ns" = 3 THEN "id" END) AS "distinct_customer_id",
  COUNT(DISTINCT CASE WHEN "ns" = 4 THEN "id" END) AS "distinct_household",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM by_table
WHERE NOT EXISTS (SELECT 1 FROM "acme_unif"."unified_id_source_key_stats" WHERE "time" = CAST(${session_unixtime} AS bigint))
GROUP BY "from_table"
