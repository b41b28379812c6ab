-- Generated from templates/unification/queries/coverage_check.sql: how many rows of each table have a person.
SELECT
  'shop_customers_stg_enriched' AS "table_name",
  COUNT(*) AS "records",
  COUNT(CASE WHEN (CASE WHEN NULLIF(trim(s."id"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 3) THEN CASE WHEN NULLIF(trim(s."id"), '') NOT IN ('', 'null', 'NULL', 'none', 'n/a', 'N/A', 'na', 'unknown', 'undefined', 'test', '0') THEN NULLIF(trim(s."id"), '') END END) IS NOT NULL OR (CASE WHEN NULLIF(trim(s."household"), '') NOT IN (SELECT "key_value" FROM "acme_unif"."acme_customer_360_exclusion_candidates" WHERE "key_type" = 4) THEN NULLIF(trim(s."household"), '') END) IS NOT NULL THEN 1 END) AS "with_key",
  COUNT("unified_id") AS "with_id"
FROM "acme_unif"."shop_customers_stg_enriched" s
