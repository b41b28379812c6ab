-- Generated from templates/staging/queries/{table}_transform.sql.
-- crm_profiles_hist_union → crm_profiles_stg: clean, then join, then one row per key. "time" is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s."id",
    s."email",
    s."phone_number",
    s."first_name",
    s."last_name",
    s."city",
    s."birthday",
    s."subscribed",
    s."properties",
    s."created",
    s."updated",
    s."cluster",
    s."record_origin",
    s."time"
  FROM "acme_src"."crm_profiles_hist_union" s
  JOIN "acme_stg"."crm_profiles_stg_window" w
    ON w."origin" = COALESCE(s."record_origin", 'inc') AND s."time" > w."lo" AND s."time" <= w."hi"
  WHERE s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    CASE WHEN upper(trim("id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("id") END AS "id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    CASE WHEN regexp_like("phone_number", '[1-9]') THEN regexp_replace("phone_number", '[^0-9]', '') END AS "phone_number",
    CASE WHEN trim("phone_number") LIKE '+%' THEN regexp_replace(replace("phone_number", '(0)', ''), '[^0-9]', '') WHEN regexp_replace(replace("phone_number", '(0)', ''), '[^0-9]', '') LIKE '00%' THEN substr(regexp_replace(replace("phone_number", '(0)', ''), '[^0-9]', ''), 3) ELSE regexp_replace(regexp_replace(replace("phone_number", '(0)', ''), '[^0-9]', ''), '^1?([0-9]{10})$', '1$1') END AS "phone_number__full",
    CASE WHEN upper(trim("first_name")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("first_name") END AS "first_name",
    CASE WHEN upper(trim("last_name")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("last_name") END AS "last_name",
    CASE WHEN upper(trim("city")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("city") END AS "city",
    CASE WHEN upper(trim("birthday")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("birthday") END AS "birthday",
    COALESCE(CASE WHEN regexp_like(trim("birthday"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("birthday") AS bigint) / CASE WHEN length(trim("birthday")) <= 11 THEN 1 WHEN length(trim("birthday")) <= 14 THEN 1000 WHEN length(trim("birthday")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("birthday"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("birthday"), 'UTC')) END, CASE WHEN regexp_like(trim("birthday"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("birthday")))) AS bigint)) END, TRY(CAST(floor(to_unixtime(date_parse(trim("birthday"), '%d/%m/%Y %H:%i:%s'))) AS bigint)), TRY(CAST(floor(to_unixtime(date_parse(trim("birthday"), '%d/%m/%Y'))) AS bigint)), TRY(CAST(floor(to_unixtime(date_parse(trim("birthday"), '%d-%m-%Y %H:%i:%s'))) AS bigint)), TRY(CAST(floor(to_unixtime(date_parse(trim("birthday"), '%d-%m-%Y'))) AS bigint)), TRY(CAST(floor(to_unixtime(date_parse(trim("birthday"), '%d.%m.%Y %H:%i:%s'))) AS bigint)), TRY(CAST(floor(to_unixtime(date_parse(trim("birthday"), '%d.%m.%Y'))) AS bigint))) AS "birthday_unixtime",
    CASE WHEN lower(trim("subscribed")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("subscribed")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "subscribed",
    CASE WHEN upper(trim("properties")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("properties") END AS "properties",
    NULLIF(trim(json_extract_scalar("properties", '$["loyalty"]["tier"]')), '') AS "properties_loyalty_tier",
    NULLIF(trim(json_extract_scalar("properties", '$["loyalty"]["points"]')), '') AS "properties_loyalty_points",
    COALESCE(TRY_CAST(json_extract("properties", '$["tags"]') AS ARRAY(varchar)), transform(TRY_CAST(json_extract("properties", '$["tags"]') AS ARRAY(JSON)), e -> json_format(e))) AS "properties_tags",
    CASE WHEN upper(trim("created")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("created") END AS "created",
    COALESCE(CASE WHEN regexp_like(trim("created"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("created") AS bigint) / CASE WHEN length(trim("created")) <= 11 THEN 1 WHEN length(trim("created")) <= 14 THEN 1000 WHEN length(trim("created")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("created"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("created"), 'UTC')) END, CASE WHEN regexp_like(trim("created"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("created")))) AS bigint)) END) AS "created_unixtime",
    CASE WHEN upper(trim("updated")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("updated") END AS "updated",
    COALESCE(CASE WHEN regexp_like(trim("updated"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("updated") AS bigint) / CASE WHEN length(trim("updated")) <= 11 THEN 1 WHEN length(trim("updated")) <= 14 THEN 1000 WHEN length(trim("updated")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("updated"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("updated"), 'UTC')) END, CASE WHEN regexp_like(trim("updated"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("updated")))) AS bigint)) END) AS "updated_unixtime",
    CASE WHEN upper(trim("cluster")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("cluster") END AS "cluster",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , CASE WHEN regexp_like("phone_number__full", '^[1-9][0-9]{7,14}$') THEN '+' || "phone_number__full" END AS "phone_number_std"
    , TD_TIME_FORMAT("birthday_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "birthday_std"
    , TD_TIME_FORMAT("birthday_unixtime", 'yyyy-MM-dd', 'UTC') AS "birthday_date"
    , TD_TIME_FORMAT("created_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_std"
    , TD_TIME_FORMAT("created_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_date"
    , TD_TIME_FORMAT("updated_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_std"
    , TD_TIME_FORMAT("updated_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_date"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , lower(to_hex(sha256(to_utf8("phone_number_std")))) AS "phone_number_hash"
    , CASE WHEN "phone_number_std" IS NOT NULL THEN 'TRUE' WHEN "phone_number" IS NOT NULL THEN 'FALSE' END AS "phone_number_valid"
    , 'crm' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
  FROM hashed h
),
fingerprinted AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar), CAST("email" AS varchar), CAST("phone_number" AS varchar), CAST("first_name" AS varchar), CAST("last_name" AS varchar), CAST("city" AS varchar), CAST("birthday" AS varchar), CAST("subscribed" AS varchar), CAST("properties" AS varchar), CAST("created" AS varchar), CAST("updated" AS varchar), CAST("cluster" AS varchar)] AS JSON)))))) AS "rowhash"
  FROM joined
),
keyed AS (
  SELECT *, CASE WHEN "id" IS NULL THEN 'row:' || "rowhash" ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[CAST("id" AS varchar)] AS JSON)))))) END AS "keyhash"
  FROM fingerprinted
),
ranked AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "updated_unixtime" DESC NULLS LAST, "time" DESC, "rowhash") AS "key_rank"
  FROM keyed
)
SELECT
  "id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "phone_number",
  "phone_number_std",
  "phone_number_hash",
  "phone_number_valid",
  "first_name",
  "last_name",
  "city",
  "birthday",
  "birthday_std",
  "birthday_unixtime",
  "birthday_date",
  "subscribed",
  "properties",
  "properties_loyalty_tier",
  "properties_loyalty_points",
  "properties_tags",
  "created",
  "created_std",
  "created_unixtime",
  "created_date",
  "updated",
  "updated_std",
  "updated_unixtime",
  "updated_date",
  "cluster",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp",
  "rowhash",
  "keyhash"
FROM ranked
WHERE "key_rank" = 1
