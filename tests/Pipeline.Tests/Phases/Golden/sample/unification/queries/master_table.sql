-- Generated from templates/unification/queries/master_table.sql: one row per person.
WITH persons AS (
  SELECT
    "unified_id",
    MIN("id_first_seen_at") AS "first_seen_at",
    MAX("id_last_seen_at") AS "last_seen_at",
    COUNT(*) AS "ids"
  FROM "acme_unif"."acme_customer_360_unified_id_lookup"
  GROUP BY "unified_id"
),
stamped AS (
  SELECT
    "unified_id"
    , lpad(CAST(GREATEST(COALESCE("time", 0), 0) AS varchar), 20, '0') || CAST("first_name" AS varchar) AS "first_name__1_last"
    , CAST(NULL AS varchar) AS "first_name__2_last"
    , lpad(CAST(GREATEST(COALESCE("time", 0), 0) AS varchar), 20, '0') || CAST("last_name" AS varchar) AS "last_name__1_last"
    , CAST(NULL AS varchar) AS "last_name__2_last"
    , lpad(CAST(GREATEST(COALESCE("time", 0), 0) AS varchar), 20, '0') || CAST("email_std" AS varchar) AS "email__1_last"
    , lpad(CAST(GREATEST(COALESCE("updated_at_unixtime", 0), 0) AS varchar), 20, '0') || CAST("city" AS varchar) AS "city__1_last"
    , lpad(CAST(GREATEST(COALESCE("time", 0), 0) AS varchar), 20, '0') || CAST("total_spent" AS varchar) AS "total_spent__1_last"
  FROM "acme_unif"."shop_customers_stg_enriched"
  WHERE "unified_id" IS NOT NULL
  UNION ALL
  SELECT
    "unified_id"
    , CAST(NULL AS varchar) AS "first_name__1_last"
    , lpad(CAST(GREATEST(COALESCE("time", 0), 0) AS varchar), 20, '0') || CAST("first_name" AS varchar) AS "first_name__2_last"
    , CAST(NULL AS varchar) AS "last_name__1_last"
    , lpad(CAST(GREATEST(COALESCE("time", 0), 0) AS varchar), 20, '0') || CAST("last_name" AS varchar) AS "last_name__2_last"
    , lpad(CAST(GREATEST(COALESCE("time", 0), 0) AS varchar), 20, '0') || CAST("email_std" AS varchar) AS "email__1_last"
    , lpad(CAST(GREATEST(COALESCE("updated_unixtime", 0), 0) AS varchar), 20, '0') || CAST("city" AS varchar) AS "city__1_last"
    , CAST(NULL AS varchar) AS "total_spent__1_last"
  FROM "acme_unif"."crm_profiles_stg_enriched"
  WHERE "unified_id" IS NOT NULL
),
winners AS (
  SELECT
    "unified_id"
    , substr(max("first_name__1_last"), 21) AS "first_name__1_last"
    , substr(max("first_name__2_last"), 21) AS "first_name__2_last"
    , substr(max("last_name__1_last"), 21) AS "last_name__1_last"
    , substr(max("last_name__2_last"), 21) AS "last_name__2_last"
    , substr(max("email__1_last"), 21) AS "email__1_last"
    , substr(max("city__1_last"), 21) AS "city__1_last"
    , substr(max("total_spent__1_last"), 21) AS "total_spent__1_last"
  FROM stamped
  GROUP BY "unified_id"
)
SELECT
  p."unified_id",
  COALESCE(w."first_name__1_last", w."first_name__2_last") AS "first_name",
  COALESCE(w."last_name__1_last", w."last_name__2_last") AS "last_name",
  w."email__1_last" AS "email",
  w."city__1_last" AS "city",
  CAST(w."total_spent__1_last" AS double) AS "total_spent",
  p."first_seen_at",
  p."last_seen_at",
  p."ids",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM persons p
LEFT JOIN winners w ON w."unified_id" = p."unified_id"
