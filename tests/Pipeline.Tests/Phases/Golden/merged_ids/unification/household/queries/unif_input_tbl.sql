-- Generated from templates/unification/queries/unif_input_tbl.sql.
-- All keys of all tables side by side: valid, neither excluded nor shared by too many, one row per combination and table.
-- "time" is when the combination came or was last seen anew; "first_seen" never moves forward.
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

kept AS (
  SELECT
    "source",
    "table_id",
    CASE WHEN "email" NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_household_exclusion_candidates" WHERE "key_type" = 1) THEN "email" END AS "email",
    CASE WHEN "phone" NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_household_exclusion_candidates" WHERE "key_type" = 2) THEN "phone" END AS "phone",
    "first_seen",
    "last_seen"
  FROM wide
),
combinations AS (
  SELECT
    "source",
    "table_id",
    "email", "phone",
    MIN("first_seen") AS "first_seen",
    MAX("last_seen") AS "last_seen"
  FROM kept
  WHERE "email" IS NOT NULL OR "phone" IS NOT NULL
  GROUP BY "source", "table_id", "email", "phone"
),
named AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY['CanonicalId:email=1,phone=2', "source", "email", "phone"] AS JSON)))))) AS "prep_id"
  FROM combinations
)
SELECT
  n."prep_id",
  n."email",
  n."phone",
  n."source",
  n."table_id",
  LEAST(n."first_seen", COALESCE(o."first_seen", n."first_seen")) AS "first_seen",
  GREATEST(n."last_seen", COALESCE(o."last_seen", n."last_seen")) AS "last_seen",
  COALESCE(o."ingest_time", CAST(${session_unixtime} AS bigint)) AS "ingest_time",
  CASE WHEN o."last_seen" >= n."last_seen" THEN o."time" ELSE CAST(${session_unixtime} AS bigint) END AS "time"
FROM named n
LEFT JOIN "acme_unif"."acme_customer_360_household_prep" o ON o."prep_id" = n."prep_id"
