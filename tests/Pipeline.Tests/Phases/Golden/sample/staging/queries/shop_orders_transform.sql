-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_orders_hist_union → shop_orders_stg, step by step: each reads the one before, so that nothing is computed twice.
-- What is new, between "lo" and "hi" of each origin; "time" itself is never touched.
WITH source AS (
  SELECT
    s."id",
    trim(s."customer_id") AS "customer_id",
    trim(s."email") AS "email",
    trim(s."order_date") AS "order_date",
    trim(s."billing_city") AS "billing_city",
    trim(s."billing_country") AS "billing_country",
    s."total_price",
    trim(s."created_at") AS "created_at",
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
    CASE WHEN upper("order_date") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "order_date" END AS "order_date",
    regexp_replace("order_date", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "order_date__raw",
    CASE WHEN upper("billing_city") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "billing_city" END AS "billing_city",
    CASE WHEN upper("billing_country") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "billing_country" END AS "billing_country",
    "total_price",
    CASE WHEN upper("created_at") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "created_at" END AS "created_at",
    regexp_replace("created_at", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "created_at__raw",
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
      TRY_CAST(regexp_extract("order_date__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("order_date__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("order_date__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END
    ) AS "order_date_unixtime",
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
    TD_TIME_FORMAT("order_date_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "order_date_std",
    TD_TIME_FORMAT("order_date_unixtime", 'yyyy-MM-dd', 'UTC') AS "order_date_date",
    TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_at_std",
    TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_at_date",
    TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_at_std",
    TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_at_date",
    'shop' AS "source_system",
    '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
-- Columns of other cleaned tables; of several rows there the newest.
joined AS (
  SELECT
    h.*,
    j1."accepts_marketing" AS "accepts_marketing_dim"
  FROM completed h
  LEFT JOIN (
    SELECT
      "id",
      "accepts_marketing",
      ROW_NUMBER() OVER (PARTITION BY "id" ORDER BY "time" DESC, "accepts_marketing") AS "newest"
    FROM "acme_stg"."shop_customers_stg"
  ) j1 ON j1."id" = h."customer_id" AND j1."newest" = 1
),
-- One row per key: fingerprints of the row and of its key, then the row's place among those of its key.
fingerprinted AS (
  SELECT
    *,
    lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[
      CAST("id" AS varchar), "customer_id", "email", "order_date", "billing_city", "billing_country",
      CASE WHEN "total_price" = floor("total_price") AND abs("total_price") < 1e15 THEN CAST(CAST("total_price" AS bigint) AS varchar) ELSE CAST("total_price" AS varchar) END,
      "created_at", "updated_at"
    ] AS JSON)))))) AS "rowhash"
  FROM joined
),
keyed AS (
  SELECT
    *,
    CASE WHEN "id" IS NULL THEN concat('row:', "rowhash")
      ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar)] AS JSON)))))) END AS "keyhash"
  FROM fingerprinted
),
ranked AS (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "updated_at_unixtime" DESC NULLS LAST, "time" DESC, "rowhash") AS "key_rank"
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
