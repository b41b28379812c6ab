-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_orders_hist_union → shop_orders_stg: clean, then join, then one row per key. time is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s."id",
    s."customer_id",
    s."email",
    s."order_date",
    s."billing_city",
    s."billing_country",
    s."total_price",
    s."created_at",
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
    CASE WHEN upper(trim("order_date")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("order_date") END AS "order_date",
    regexp_replace(trim("order_date"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "order_date__raw",
    CASE WHEN upper(trim("billing_city")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("billing_city") END AS "billing_city",
    CASE WHEN upper(trim("billing_country")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("billing_country") END AS "billing_country",
    "total_price" AS "total_price",
    CASE WHEN upper(trim("created_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("created_at") END AS "created_at",
    regexp_replace(trim("created_at"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "created_at__raw",
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
      CASE WHEN regexp_like("order_date__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("order_date__raw", '[.].*$', '') AS bigint) WHEN regexp_like("order_date__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("order_date__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("order_date__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("order_date__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("order_date__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("order_date__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("order_date__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("order_date__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "order_date_unixtime"
    , COALESCE(
      CASE WHEN regexp_like("created_at__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) WHEN regexp_like("created_at__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("created_at__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("created_at__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("created_at__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("created_at__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "created_at_unixtime"
    , COALESCE(
      CASE WHEN regexp_like("updated_at__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) WHEN regexp_like("updated_at__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("updated_at__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("updated_at__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("updated_at__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("updated_at__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "updated_at_unixtime"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , TD_TIME_FORMAT("order_date_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "order_date_std"
    , TD_TIME_FORMAT("order_date_unixtime", 'yyyy-MM-dd', 'UTC') AS "order_date_date"
    , TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_at_std"
    , TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_at_date"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_at_std"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_at_date"
    , 'shop' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
    , j1."accepts_marketing" AS "accepts_marketing_dim"
  FROM hashed h
  LEFT JOIN (SELECT "id", "accepts_marketing", ROW_NUMBER() OVER (PARTITION BY "id" ORDER BY "time" DESC, "accepts_marketing") AS "newest" FROM "acme_stg"."shop_customers_stg") j1 ON j1."id" = h."customer_id" AND j1."newest" = 1
),
fingerprinted AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar), "customer_id", "email", "order_date", "billing_city", "billing_country", CAST("total_price" AS varchar), "created_at", "updated_at"] AS JSON)))))) AS "rowhash"
  FROM joined
),
keyed AS (
  SELECT *, CASE WHEN "id" IS NULL THEN concat('row:', "rowhash") ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar)] AS JSON)))))) END AS "keyhash"
  FROM fingerprinted
),
ranked AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "updated_at_unixtime" DESC NULLS LAST, "time" DESC, "rowhash") AS "key_rank"
  FROM keyed
)
SELECT
  "id",
  "customer_id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "order_date",
  "order_date_std",
  "order_date_unixtime",
  "order_date_date",
  "billing_city",
  "billing_country",
  "total_price",
  "created_at",
  "created_at_std",
  "created_at_unixtime",
  "created_at_date",
  "updated_at",
  "updated_at_std",
  "updated_at_unixtime",
  "updated_at_date",
  "record_origin",
  "time",
  "accepts_marketing_dim",
  "source_system",
  "load_timestamp",
  "rowhash",
  "keyhash"
FROM ranked
WHERE "key_rank" = 1
