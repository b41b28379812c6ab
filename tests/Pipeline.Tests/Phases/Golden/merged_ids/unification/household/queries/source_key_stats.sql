-- Generated from templates/unification/queries/source_key_stats.sql: distinct keys before anything is joined.
-- DIGDAG_INSERT_LINE
WITH keys AS (
  SELECT
    r."source",
    CAST(r."leader_ns" AS varchar) || ':' || r."leader_id" AS "leader",
    k."ns",
    k."id"
  FROM (
    SELECT *, CASE WHEN "email" IS NOT NULL THEN 1 WHEN "phone" IS NOT NULL THEN 2 END AS "leader_ns", COALESCE("email", "phone") AS "leader_id"
    FROM "acme_unif"."acme_customer_360_household_prep"
  ) r
  CROSS JOIN UNNEST(ARRAY["email", "phone"], ARRAY[CAST(1 AS bigint), CAST(2 AS bigint)]) AS k ("id", "ns")
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
  COUNT(DISTINCT CASE WHEN "ns" = 1 THEN "id" END) AS "distinct_email",
  COUNT(DISTINCT CASE WHEN "ns" = 2 THEN "id" END) AS "distinct_phone",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM by_table
WHERE NOT EXISTS (SELECT 1 FROM "acme_unif"."household_source_key_stats" WHERE "time" = CAST(${session_unixtime} AS bigint))
GROUP BY "from_table"
