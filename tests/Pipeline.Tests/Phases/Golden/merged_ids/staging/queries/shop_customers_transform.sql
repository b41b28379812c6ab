-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_customers_hist_union → shop_customers_stg, step by step: each reads the one before, so that nothing is computed twice.
-- What is new, between "lo" and "hi" of each origin; "time" itself is never touched.
WITH source AS (
  SELECT
    trim(s."id") AS "id",
    trim(s."email") AS "email",
    trim(s."phone") AS "phone",
    trim(s."first_name") AS "first_name",
    trim(s."created_at") AS "created_at",
    trim(s."updated_at") AS "updated_at",
    trim(s."properties") AS "properties",
    s."record_origin",
    s."time"
  FROM "acme_src"."shop_customers_hist_union" s
  JOIN "acme_stg"."shop_customers_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
-- Values as they are kept: NULL for words that mean nothing; what ends in __raw is for the next step alone.
cleaned AS (
  SELECT
    CASE WHEN upper("id") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "id" END AS "id",
    CASE WHEN upper("email") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower("email") END AS "email",
    CASE WHEN regexp_like("phone", '[1-9]') THEN regexp_replace("phone", '[^0-9]', '') END AS "phone",
    regexp_replace(regexp_replace("phone", '[(]0[)]|[ ,;]*(?:[xX#]|[eE][xX][tT](?:[eE][nN][sS][iI][oO][nN])?)[. :]*[0-9]+$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone__raw",
    CASE WHEN upper("first_name") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "first_name" END AS "first_name",
    CASE WHEN upper("created_at") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "created_at" END AS "created_at",
    regexp_replace("created_at", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "created_at__raw",
    CASE WHEN upper("updated_at") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "updated_at" END AS "updated_at",
    regexp_replace("updated_at", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "updated_at__raw",
    CASE WHEN upper("properties") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "properties" END AS "properties",
    "record_origin",
    "time"
  FROM source
),
-- Values as they are compared: NULL for what cannot be read.
standardised AS (
  SELECT
    *,
    CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std",
    CASE WHEN "phone" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone__raw" LIKE '+%' THEN "phone__raw" WHEN "phone__raw" LIKE '00%' THEN concat('+', substr("phone__raw", 3)) ELSE concat('+', regexp_replace("phone__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_std",
    COALESCE(
      TRY_CAST(regexp_extract("created_at__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("created_at__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("created_at__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END
    ) AS "created_at_unixtime",
    COALESCE(
      TRY_CAST(regexp_extract("updated_at__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("updated_at__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("updated_at__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END
    ) AS "updated_at_unixtime"
  FROM cleaned
),
-- What is made of the standard values, and where and when the row came from.
completed AS (
  SELECT
    *,
    lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash",
    CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid",
    lower(to_hex(sha256(to_utf8("phone_std")))) AS "phone_hash",
    CASE WHEN "phone_std" IS NOT NULL THEN 'TRUE' WHEN "phone" IS NOT NULL THEN 'FALSE' END AS "phone_valid",
    TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_at_std",
    TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_at_date",
    TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_at_std",
    TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_at_date",
    'shop' AS "source_system",
    '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
-- One row per key: fingerprints of the row and of its key, then the row's place among those of its key.
fingerprinted AS (
  SELECT
    *,
    lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY["id", "email", "phone", "first_name", "created_at", "updated_at", "properties"] AS JSON)))))) AS "rowhash"
  FROM completed
),
keyed AS (
  SELECT
    *,
    CASE WHEN "id" IS NULL THEN concat('row:', "rowhash")
      ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY["id"] AS JSON)))))) END AS "keyhash"
  FROM fingerprinted
),
ranked AS (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "time" DESC, "rowhash") AS "key_rank"
  FROM keyed
)
SELECT
  "id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "phone",
  "phone_std",
  "phone_hash",
  "phone_valid",
  "first_name",
  "created_at",
  "created_at_std",
  "created_at_unixtime",
  "created_at_date",
  "updated_at",
  "updated_at_std",
  "updated_at_unixtime",
  "updated_at_date",
  "properties",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp",
  "rowhash",
  "keyhash"
FROM ranked
WHERE "key_rank" = 1
