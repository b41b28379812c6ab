-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_orders_hist_union → shop_orders_stg: clean, then join, then one row per key. time is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s."id",
    s."customer_id",
    s."email",
    s."total_price",
    s."ordered_on",
    s."updated_at",
    s."record_origin",
    s."time"
  FROM "acme_src"."shop_orders_hist_union" s
  JOIN "acme_stg"."shop_orders_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    "id" AS "id",
    CASE WHEN upper(trim("customer_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("customer_id") END AS "customer_id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    "total_price" AS "total_price",
    CASE WHEN upper(trim("ordered_on")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ordered_on") END AS "ordered_on",
    regexp_replace(trim("ordered_on"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "ordered_on__raw",
    CASE WHEN upper(trim("updated_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("updated_at") END AS "updated_at",
    regexp_replace(trim("updated_at"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "updated_at__raw",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , COALESCE(
      CASE WHEN regexp_like("ordered_on__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("ordered_on__raw", '[.].*$', '') AS bigint) WHEN regexp_like("ordered_on__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("ordered_on__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("ordered_on__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("ordered_on__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("ordered_on__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("ordered_on__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("ordered_on__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("ordered_on__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "ordered_on_unixtime"
    , COALESCE(
      CASE WHEN regexp_like("updated_at__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) WHEN regexp_like("updated_at__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("updated_at__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("updated_at__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("updated_at__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("updated_at__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "updated_at_unixtime"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , TD_TIME_FORMAT("ordered_on_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "ordered_on_std"
    , TD_TIME_FORMAT("ordered_on_unixtime", 'yyyy-MM-dd', 'UTC') AS "ordered_on_date"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_at_std"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_at_date"
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
  "customer_id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "total_price",
  "ordered_on",
  "ordered_on_std",
  "ordered_on_unixtime",
  "ordered_on_date",
  "updated_at",
  "updated_at_std",
  "updated_at_unixtime",
  "updated_at_date",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp"
FROM joined
