-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_orders_hist_union → shop_orders_stg: clean, then join, then one row per key. "time" is never touched.
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
  JOIN "acme_stg"."shop_orders_stg_window" w
    ON w."origin" = COALESCE(s."record_origin", 'inc') AND s."time" > w."lo" AND s."time" <= w."hi"
  WHERE s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    "id" AS "id",
    CASE WHEN upper(trim("customer_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("customer_id") END AS "customer_id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    CASE WHEN upper(trim("order_date")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("order_date") END AS "order_date",
    COALESCE(CASE WHEN regexp_like(trim("order_date"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("order_date") AS bigint) / CASE WHEN length(trim("order_date")) <= 11 THEN 1 WHEN length(trim("order_date")) <= 14 THEN 1000 WHEN length(trim("order_date")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("order_date"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("order_date"), 'UTC')) END, CASE WHEN regexp_like(trim("order_date"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("order_date")))) AS bigint)) END) AS "order_date_unixtime",
    CASE WHEN upper(trim("billing_city")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("billing_city") END AS "billing_city",
    CASE WHEN upper(trim("billing_country")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("billing_country") END AS "billing_country",
    "total_price" AS "total_price",
    CASE WHEN upper(trim("created_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("created_at") END AS "created_at",
    COALESCE(CASE WHEN regexp_like(trim("created_at"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("created_at") AS bigint) / CASE WHEN length(trim("created_at")) <= 11 THEN 1 WHEN length(trim("created_at")) <= 14 THEN 1000 WHEN length(trim("created_at")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("created_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("created_at"), 'UTC')) END, CASE WHEN regexp_like(trim("created_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("created_at")))) AS bigint)) END) AS "created_at_unixtime",
    CASE WHEN upper(trim("updated_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("updated_at") END AS "updated_at",
    COALESCE(CASE WHEN regexp_like(trim("updated_at"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("updated_at") AS bigint) / CASE WHEN length(trim("updated_at")) <= 11 THEN 1 WHEN length(trim("updated_at")) <= 14 THEN 1000 WHEN length(trim("updated_at")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("updated_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("updated_at"), 'UTC')) END, CASE WHEN regexp_like(trim("updated_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("updated_at")))) AS bigint)) END) AS "updated_at_unixtime",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , TD_TIME_FORMAT("order_date_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "order_date_std"
    , TD_TIME_FORMAT("order_date_unixtime", 'yyyy-MM-dd', 'UTC') AS "order_date_date"
    , TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_at_std"
    , TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_at_date"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_at_std"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_at_date"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , 'shop' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
    , j1."accepts_marketing" AS "accepts_marketing_dim"
  FROM hashed h
  LEFT JOIN (SELECT "id", "accepts_marketing", ROW_NUMBER() OVER (PARTITION BY "id" ORDER BY "time" DESC, "accepts_marketing") AS "newest" FROM "acme_stg"."shop_customers_stg") j1 ON j1."newest" = 1 AND j1."id" = h."customer_id"
),
fingerprinted AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar), CAST("customer_id" AS varchar), CAST("email" AS varchar), CAST("order_date" AS varchar), CAST("billing_city" AS varchar), CAST("billing_country" AS varchar), CAST("total_price" AS varchar), CAST("created_at" AS varchar), CAST("updated_at" AS varchar)] AS JSON)))))) AS "rowhash"
  FROM joined
),
keyed AS (
  SELECT *, CASE WHEN "id" IS NULL THEN 'row:' || "rowhash" ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar)] AS JSON)))))) END AS "keyhash"
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
