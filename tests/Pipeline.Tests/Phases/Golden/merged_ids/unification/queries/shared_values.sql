-- Generated from templates/unification/queries/shared_values.sql.
-- Values that stand with more than 1000 others (unification.max_values_per_key_value): a shop's telephone,
-- info@… They join nobody; whoever looks here decides whether they belong into the exclusion list.
WITH wide AS (
  SELECT
    'shop_customers_stg' AS "source",
    CAST(1 AS bigint) AS "table_id",
    CASE WHEN p."customer_id" NOT IN (SELECT "key_value" FROM "acme_config"."exclusion_list" WHERE "key_name" = 'customer_id' AND "key_value" IS NOT NULL AND ("tbls" IS NULL OR contains("tbls", '*') OR contains("tbls", 'shop_customers_stg'))) THEN CASE WHEN p."customer_id" NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0') THEN p."customer_id" END END AS "customer_id",
    CASE WHEN p."household" NOT IN (SELECT "key_value" FROM "acme_config"."exclusion_list" WHERE "key_name" = 'household' AND "key_value" IS NOT NULL AND ("tbls" IS NULL OR contains("tbls", '*') OR contains("tbls", 'shop_customers_stg'))) THEN p."household" END AS "household",
    p."first_seen",
    p."last_seen"
  FROM "acme_unif"."shop_customers_stg_prep" p
),

records AS (
  SELECT *, CASE WHEN "customer_id" IS NOT NULL THEN 3 WHEN "household" IS NOT NULL THEN 4 END AS "leader_ns", COALESCE("customer_id", "household") AS "leader_id"
  FROM wide
  WHERE "customer_id" IS NOT NULL OR "household" IS NOT NULL
),
pairs AS (
  SELECT DISTINCT k."ns", k."id", r."leader_ns", r."leader_id"
  FROM records r
  CROSS JOIN UNNEST(ARRAY["customer_id", "household"], ARRAY[CAST(3 AS bigint), CAST(4 AS bigint)]) AS k ("id", "ns")
  WHERE k."id" IS NOT NULL AND NOT (k."ns" = r."leader_ns" AND k."id" = r."leader_id")
),
sides AS (
  SELECT "ns", "id" FROM pairs
  UNION ALL
  SELECT "leader_ns" AS "ns", "leader_id" AS "id" FROM pairs
)
SELECT
  CASE "ns" WHEN 3 THEN 'customer_id' WHEN 4 THEN 'household' END AS "key_name",
  "ns" AS "key_type",
  "id" AS "key_value",
  COUNT(*) AS "others",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM sides
GROUP BY "ns", "id"
HAVING COUNT(*) > 1000
