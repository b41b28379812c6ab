-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_customers_hist_union → shop_customers_stg: clean, then join, then one row per key. "time" is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s."id",
    s."email",
    s."first_name",
    s."last_name",
    s."phone",
    s."date_of_birth",
    s."city",
    s."country",
    s."accepts_marketing",
    s."total_spent",
    s."created_at",
    s."updated_at",
    s."cluster",
    s."record_origin",
    s."time"
  FROM "acme_src"."shop_customers_hist_union" s
  JOIN "acme_stg"."shop_customers_stg_window" w
    ON w."origin" = COALESCE(s."record_origin", 'inc') AND s."time" > w."lo" AND s."time" <= w."hi"
  WHERE s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    CASE WHEN upper(trim("id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("id") END AS "id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    CASE WHEN upper(trim("first_name")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("first_name") END AS "first_name",
    CASE WHEN upper(trim("last_name")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("last_name") END AS "last_name",
    CASE WHEN regexp_like("phone", '[1-9]') THEN regexp_replace("phone", '[^0-9]', '') END AS "phone",
    CASE WHEN trim("phone") LIKE '+%' THEN regexp_replace(replace("phone", '(0)', ''), '[^0-9]', '') WHEN regexp_replace(replace("phone", '(0)', ''), '[^0-9]', '') LIKE '00%' THEN substr(regexp_replace(replace("phone", '(0)', ''), '[^0-9]', ''), 3) ELSE regexp_replace(regexp_replace(replace("phone", '(0)', ''), '[^0-9]', ''), '^1?([0-9]{10})$', '1$1') END AS "phone__full",
    CASE WHEN upper(trim("date_of_birth")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_of_birth") END AS "date_of_birth",
    COALESCE(CASE WHEN regexp_like(trim("date_of_birth"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("date_of_birth") AS bigint) / CASE WHEN length(trim("date_of_birth")) <= 11 THEN 1 WHEN length(trim("date_of_birth")) <= 14 THEN 1000 WHEN length(trim("date_of_birth")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("date_of_birth"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("date_of_birth"), 'UTC')) END, CASE WHEN regexp_like(trim("date_of_birth"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("date_of_birth")))) AS bigint)) END) AS "date_of_birth_unixtime",
    CASE WHEN upper(trim("city")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("city") END AS "city",
    CASE WHEN upper(trim("country")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("country") END AS "country",
    CASE WHEN lower(trim("accepts_marketing")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("accepts_marketing")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "accepts_marketing",
    "total_spent" AS "total_spent",
    CASE WHEN upper(trim("created_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("created_at") END AS "created_at",
    COALESCE(CASE WHEN regexp_like(trim("created_at"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("created_at") AS bigint) / CASE WHEN length(trim("created_at")) <= 11 THEN 1 WHEN length(trim("created_at")) <= 14 THEN 1000 WHEN length(trim("created_at")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("created_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("created_at"), 'UTC')) END, CASE WHEN regexp_like(trim("created_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("created_at")))) AS bigint)) END) AS "created_at_unixtime",
    CASE WHEN upper(trim("updated_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("updated_at") END AS "updated_at",
    COALESCE(CASE WHEN regexp_like(trim("updated_at"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("updated_at") AS bigint) / CASE WHEN length(trim("updated_at")) <= 11 THEN 1 WHEN length(trim("updated_at")) <= 14 THEN 1000 WHEN length(trim("updated_at")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("updated_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("updated_at"), 'UTC')) END, CASE WHEN regexp_like(trim("updated_at"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("updated_at")))) AS bigint)) END) AS "updated_at_unixtime",
    CASE WHEN upper(trim("cluster")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("cluster") END AS "cluster",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , CASE WHEN regexp_like("phone__full", '^[1-9][0-9]{7,14}$') THEN '+' || "phone__full" END AS "phone_std"
    , TD_TIME_FORMAT("date_of_birth_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_of_birth_std"
    , TD_TIME_FORMAT("date_of_birth_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_of_birth_date"
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
    , lower(to_hex(sha256(to_utf8("phone_std")))) AS "phone_hash"
    , CASE WHEN "phone_std" IS NOT NULL THEN 'TRUE' WHEN "phone" IS NOT NULL THEN 'FALSE' END AS "phone_valid"
    , 'shop' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
  FROM hashed h
),
fingerprinted AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar), CAST("email" AS varchar), CAST("first_name" AS varchar), CAST("last_name" AS varchar), CAST("phone" AS varchar), CAST("date_of_birth" AS varchar), CAST("city" AS varchar), CAST("country" AS varchar), CAST("accepts_marketing" AS varchar), CAST("total_spent" AS varchar), CAST("created_at" AS varchar), CAST("updated_at" AS varchar), CAST("cluster" AS varchar)] AS JSON)))))) AS "rowhash"
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
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "first_name",
  "last_name",
  "phone",
  "phone_std",
  "phone_hash",
  "phone_valid",
  "date_of_birth",
  "date_of_birth_std",
  "date_of_birth_unixtime",
  "date_of_birth_date",
  "city",
  "country",
  "accepts_marketing",
  "total_spent",
  "created_at",
  "created_at_std",
  "created_at_unixtime",
  "created_at_date",
  "updated_at",
  "updated_at_std",
  "updated_at_unixtime",
  "updated_at_date",
  "cluster",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp",
  "rowhash",
  "keyhash"
FROM ranked
WHERE "key_rank" = 1
