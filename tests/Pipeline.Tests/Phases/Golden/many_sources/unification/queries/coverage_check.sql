-- Generated from templates/unification/queries/coverage_check.sql: how many rows of each table have a person.
SELECT
  'shop_customers_stg_enriched' AS "table_name",
  COUNT(*) AS "records",
  COUNT(CASE WHEN (CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 1) THEN CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', 'test@test.com', 'test@example.com', 'noreply@example.com', 'none@none.com', 'na@na.com') AND regexp_like(NULLIF(trim(s."email_std"), ''), '^[^@ ]+@[^@ ]+[.][^@ ]+$') THEN NULLIF(trim(s."email_std"), '') END END) IS NOT NULL OR (CASE WHEN NULLIF(trim(s."phone_std"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 2) THEN CASE WHEN NULLIF(trim(s."phone_std"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', '0000000000', '1111111111', '1234567890', '9999999999', '+10000000000', '+11111111111', '+11234567890', '+19999999999') AND regexp_like(NULLIF(trim(s."phone_std"), ''), '^[+]?[0-9]{7,15}$') THEN NULLIF(trim(s."phone_std"), '') END END) IS NOT NULL OR (CASE WHEN NULLIF(trim(s."id"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 3) THEN CASE WHEN NULLIF(trim(s."id"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0') THEN NULLIF(trim(s."id"), '') END END) IS NOT NULL THEN 1 END) AS "with_key",
  COUNT("unified_id") AS "with_id"
FROM "acme_unif"."shop_customers_stg_enriched" s
UNION ALL
SELECT
  'shop_orders_stg_enriched' AS "table_name",
  COUNT(*) AS "records",
  COUNT(CASE WHEN (CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 1) THEN CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', 'test@test.com', 'test@example.com', 'noreply@example.com', 'none@none.com', 'na@na.com') AND regexp_like(NULLIF(trim(s."email_std"), ''), '^[^@ ]+@[^@ ]+[.][^@ ]+$') THEN NULLIF(trim(s."email_std"), '') END END) IS NOT NULL OR (CASE WHEN NULLIF(trim(s."customer_id"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 3) THEN CASE WHEN NULLIF(trim(s."customer_id"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0') THEN NULLIF(trim(s."customer_id"), '') END END) IS NOT NULL THEN 1 END) AS "with_key",
  COUNT("unified_id") AS "with_id"
FROM "acme_unif"."shop_orders_stg_enriched" s
UNION ALL
SELECT
  'crm_profiles_stg_enriched' AS "table_name",
  COUNT(*) AS "records",
  COUNT(CASE WHEN (CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 1) THEN CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', 'test@test.com', 'test@example.com', 'noreply@example.com', 'none@none.com', 'na@na.com') AND regexp_like(NULLIF(trim(s."email_std"), ''), '^[^@ ]+@[^@ ]+[.][^@ ]+$') THEN NULLIF(trim(s."email_std"), '') END END) IS NOT NULL OR (CASE WHEN NULLIF(trim(s."phone_std"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 2) THEN CASE WHEN NULLIF(trim(s."phone_std"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', '0000000000', '1111111111', '1234567890', '9999999999', '+10000000000', '+11111111111', '+11234567890', '+19999999999') AND regexp_like(NULLIF(trim(s."phone_std"), ''), '^[+]?[0-9]{7,15}$') THEN NULLIF(trim(s."phone_std"), '') END END) IS NOT NULL THEN 1 END) AS "with_key",
  COUNT("unified_id") AS "with_id"
FROM "acme_unif"."crm_profiles_stg_enriched" s
UNION ALL
SELECT
  'web_visits_stg_enriched' AS "table_name",
  COUNT(*) AS "records",
  COUNT(CASE WHEN (CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 1) THEN CASE WHEN NULLIF(trim(s."email_std"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', 'test@test.com', 'test@example.com', 'noreply@example.com', 'none@none.com', 'na@na.com') AND regexp_like(NULLIF(trim(s."email_std"), ''), '^[^@ ]+@[^@ ]+[.][^@ ]+$') THEN NULLIF(trim(s."email_std"), '') END END) IS NOT NULL OR (CASE WHEN NULLIF(trim(s."phone_std"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 2) THEN CASE WHEN NULLIF(trim(s."phone_std"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0', '0000000000', '1111111111', '1234567890', '9999999999', '+10000000000', '+11111111111', '+11234567890', '+19999999999') AND regexp_like(NULLIF(trim(s."phone_std"), ''), '^[+]?[0-9]{7,15}$') THEN NULLIF(trim(s."phone_std"), '') END END) IS NOT NULL THEN 1 END) AS "with_key",
  COUNT("unified_id") AS "with_id"
FROM "acme_unif"."web_visits_stg_enriched" s
