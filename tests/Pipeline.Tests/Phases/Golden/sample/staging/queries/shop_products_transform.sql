-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_products_hist_union → shop_products_stg: clean, then join, then one row per key. time is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s."id",
    s."title",
    s."composer",
    s."price",
    s."duration_ms",
    s."record_origin",
    s."time"
  FROM "acme_src"."shop_products_hist_union" s
),
cleaned AS (
  SELECT
    "id" AS "id",
    CASE WHEN upper(trim("title")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("title") END AS "title",
    CASE WHEN upper(trim("composer")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("composer") END AS "composer",
    "price" AS "price",
    "duration_ms" AS "duration_ms",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
  FROM cleaned
),
hashed AS (
  SELECT *
    , 'shop' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
  FROM hashed h
)
SELECT
  "id",
  "title",
  "composer",
  "price",
  "duration_ms",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp"
FROM joined
