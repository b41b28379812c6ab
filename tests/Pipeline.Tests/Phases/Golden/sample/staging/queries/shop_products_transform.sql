-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_products_hist_union → shop_products_stg, step by step: each reads the one before, so that nothing is computed twice.
-- All rows; "time" itself is never touched.
WITH source AS (
  SELECT
    s."id",
    trim(s."title") AS "title",
    trim(s."composer") AS "composer",
    s."price",
    s."duration_ms",
    s."record_origin",
    s."time"
  FROM "acme_src"."shop_products_hist_union" s
),
-- Values as they are kept: NULL for words that mean nothing; what ends in __raw is for the next step alone.
cleaned AS (
  SELECT
    "id",
    CASE WHEN upper("title") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "title" END AS "title",
    CASE WHEN upper("composer") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "composer" END AS "composer",
    "price",
    "duration_ms",
    "record_origin",
    "time"
  FROM source
),
-- What is made of the standard values, and where and when the row came from.
completed AS (
  SELECT
    *,
    'shop' AS "source_system",
    '${session_local_time}' AS "load_timestamp"
  FROM cleaned
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
FROM completed
