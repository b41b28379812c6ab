-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_orders_hist_union → shop_orders_stg, step by step: each reads the one before, so that nothing is computed twice.
-- What is new, between "lo" and "hi" of each origin; "time" itself is never touched.
WITH source AS (
  SELECT
    s."id",
    trim(s."customer_id") AS "customer_id",
    trim(s."email") AS "email",
    s."total_price",
    trim(s."ordered_on") AS "ordered_on",
    trim(s."updated_at") AS "updated_at",
    s."record_origin",
    s."time"
  FROM "acme_src"."shop_orders_hist_union" s
  JOIN "acme_stg"."shop_orders_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
-- Values as they are kept: NULL for words that mean nothing; what ends in __raw is for the next step alone.
cleaned AS (
  SELECT
    "id",
    CASE WHEN upper("customer_id") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "customer_id" END AS "customer_id",
    CASE WHEN upper("email") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower("email") END AS "email",
    "total_price",
    CASE WHEN upper("ordered_on") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "ordered_on" END AS "ordered_on",
    regexp_replace("ordered_on", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "ordered_on__raw",
    CASE WHEN upper("updated_at") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "updated_at" END AS "updated_at",
    regexp_replace("updated_at", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "updated_at__raw",
    "record_origin",
    "time"
  FROM source
),
-- Values as they are compared: NULL for what cannot be read.
standardised AS (
  SELECT
    *,
    CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std",
    COALESCE(
      TRY_CAST(regexp_extract("ordered_on__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("ordered_on__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("ordered_on__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END
    ) AS "ordered_on_unixtime",
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
    TD_TIME_FORMAT("ordered_on_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "ordered_on_std",
    TD_TIME_FORMAT("ordered_on_unixtime", 'yyyy-MM-dd', 'UTC') AS "ordered_on_date",
    TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_at_std",
    TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_at_date",
    'shop' AS "source_system",
    '${session_local_time}' AS "load_timestamp"
  FROM standardised
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
FROM completed
