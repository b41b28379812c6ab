-- Generated from templates/staging/queries/{table}_transform.sql.
-- crm_events_hist_union → crm_events_stg: clean, then join, then one row per key. "time" is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s."id",
    s."email",
    s."metric",
    s."value",
    s."event_properties",
    s."datetime",
    s."record_origin",
    s."time"
  FROM "acme_src"."crm_events_hist_union" s
  JOIN "acme_stg"."crm_events_stg_window" w
    ON w."origin" = COALESCE(s."record_origin", 'inc') AND s."time" > w."lo" AND s."time" <= w."hi"
  WHERE s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    CASE WHEN upper(trim("id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("id") END AS "id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    CASE WHEN upper(trim("metric")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("metric") END AS "metric",
    "value" AS "value",
    CASE WHEN upper(trim("event_properties")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("event_properties") END AS "event_properties",
    NULLIF(trim(json_extract_scalar("event_properties", '$["$value"]')), '') AS "event_properties_value",
    NULLIF(trim(json_extract_scalar("event_properties", '$["billing"]["country"]')), '') AS "event_properties_billing_country",
    COALESCE(TRY_CAST(json_extract("event_properties", '$["items"]') AS ARRAY(varchar)), transform(TRY_CAST(json_extract("event_properties", '$["items"]') AS ARRAY(JSON)), e -> json_format(e))) AS "event_properties_items",
    CASE WHEN upper(trim("datetime")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("datetime") END AS "datetime",
    COALESCE(CASE WHEN regexp_like(trim("datetime"), '^-?[0-9]{9,18}$') THEN TRY_CAST(trim("datetime") AS bigint) / CASE WHEN length(trim("datetime")) <= 11 THEN 1 WHEN length(trim("datetime")) <= 14 THEN 1000 WHEN length(trim("datetime")) <= 17 THEN 1000000 ELSE 1000000000 END END, CASE WHEN regexp_like(trim("datetime"), '^[0-9]{4}[-/][0-9]') THEN TRY(TD_TIME_PARSE(trim("datetime"), 'UTC')) END, CASE WHEN regexp_like(trim("datetime"), '^[0-9]{4}[-/][0-9]') THEN TRY(CAST(floor(to_unixtime(from_iso8601_timestamp(trim("datetime")))) AS bigint)) END) AS "datetime_unixtime",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , TD_TIME_FORMAT("datetime_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "datetime_std"
    , TD_TIME_FORMAT("datetime_unixtime", 'yyyy-MM-dd', 'UTC') AS "datetime_date"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , 'crm' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
  FROM hashed h
)
SELECT
  "id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "metric",
  "value",
  "event_properties",
  "event_properties_value",
  "event_properties_billing_country",
  "event_properties_items",
  "datetime",
  "datetime_std",
  "datetime_unixtime",
  "datetime_date",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp"
FROM joined
