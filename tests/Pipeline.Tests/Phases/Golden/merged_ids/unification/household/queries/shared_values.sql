-- Generated from templates/unification/queries/shared_values.sql.
-- Values that stand with more than 1000 others (unification.max_values_per_key_value): a shop's telephone,
-- info@… They join nobody; whoever looks here decides whether they belong into the exclusion list.
WITH wide AS (
  SELECT
    'shop_customers_stg' AS "source",
    CAST(1 AS bigint) AS "table_id",
    CASE WHEN p."email" NOT IN (SELECT "key_value" FROM "acme_config"."exclusion_list" WHERE "key_name" = 'email' AND "key_value" IS NOT NULL AND ("tbls" IS NULL OR contains("tbls", '*') OR contains("tbls", 'shop_customers_stg'))) THEN CASE WHEN p."email" NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', 'test@test.com', 'test@example.com', 'noreply@example.com', 'none@none.com', 'na@na.com') AND regexp_like(p."email", '^[^@ ]+@[^@ ]+[.][^@ ]+$') THEN p."email" END END AS "email",
    CASE WHEN p."phone" NOT IN (SELECT "key_value" FROM "acme_config"."exclusion_list" WHERE "key_name" = 'phone' AND "key_value" IS NOT NULL AND ("tbls" IS NULL OR contains("tbls", '*') OR contains("tbls", 'shop_customers_stg'))) THEN CASE WHEN p."phone" NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', '0000000000', '1111111111', '1234567890', '9999999999', '+10000000000', '+11111111111', '+11234567890', '+19999999999') AND regexp_like(p."phone", '^[+]?[0-9]{7,15}$') THEN p."phone" END END AS "phone",
    p."first_seen",
    p."last_seen"
  FROM "acme_unif"."shop_customers_stg_household_prep" p
),

records AS (
  SELECT *, CASE WHEN "email" IS NOT NULL THEN 1 WHEN "phone" IS NOT NULL THEN 2 END AS "leader_ns", COALESCE("email", "phone") AS "leader_id"
  FROM wide
  WHERE "email" IS NOT NULL OR "phone" IS NOT NULL
),
pairs AS (
  SELECT DISTINCT k."ns", k."id", r."leader_ns", r."leader_id"
  FROM records r
  CROSS JOIN UNNEST(ARRAY["email", "phone"], ARRAY[CAST(1 AS bigint), CAST(2 AS bigint)]) AS k ("id", "ns")
  WHERE k."id" IS NOT NULL AND NOT (k."ns" = r."leader_ns" AND k."id" = r."leader_id")
),
sides AS (
  SELECT "ns", "id" FROM pairs
  UNION ALL
  SELECT "leader_ns" AS "ns", "leader_id" AS "id" FROM pairs
)
SELECT
  CASE "ns" WHEN 1 THEN 'email' WHEN 2 THEN 'phone' END AS "key_name",
  "ns" AS "key_type",
  "id" AS "key_value",
  COUNT(*) AS "others",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM sides
GROUP BY "ns", "id"
HAVING COUNT(*) > 1000
