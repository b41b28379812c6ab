-- Generated from templates/unification/queries/unif_input_tbl.sql.
-- All keys of all tables side by side: valid, neither excluded nor shared by too many, one row per combination and table.
-- "time" is when the combination came or was last seen anew; "first_seen" never moves forward.
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

kept AS (
  SELECT
    "source",
    "table_id",
    CASE WHEN "customer_id" NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 3) THEN "customer_id" END AS "customer_id",
    CASE WHEN "household" NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 4) THEN "household" END AS "household",
    "first_seen",
    "last_seen"
  FROM wide
),
combinations AS (
  SELECT
    "source",
    "table_id",
    "customer_id", "household",
    MIN("first_seen") AS "first_seen",
    MAX("last_seen") AS "last_seen"
  FROM kept
  WHERE "customer_id" IS NOT NULL OR "household" IS NOT NULL
  GROUP BY "source", "table_id", "customer_id", "household"
),
named AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY['CanonicalId:customer_id=3,household=4', "source", "customer_id", "household"] AS JSON)))))) AS "prep_id"
  FROM combinations
)
SELECT
  n."prep_id",
  n."customer_id",
  n."household",
  n."source",
  n."table_id",
  LEAST(n."first_seen", COALESCE(o."first_seen", n."first_seen")) AS "first_seen",
  GREATEST(n."last_seen", COALESCE(o."last_seen", n."last_seen")) AS "last_seen",
  COALESCE(o."ingest_time", CAST(${session_unixtime} AS bigint)) AS "ingest_time",
  CASE WHEN o."last_seen" >= n."last_seen" THEN o."time" ELSE CAST(${session_unixtime} AS bigint) END AS "time"
FROM named n
LEFT JOIN "acme_unif"."acme_customer_360_prep" o ON o."prep_id" = n."prep_id"
