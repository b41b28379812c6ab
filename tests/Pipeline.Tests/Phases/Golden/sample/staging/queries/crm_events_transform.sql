-- Generated from templates/staging/queries/{table}_transform.sql.
-- crm_events_hist_union → crm_events_stg: clean, then join, then one row per key. time is never touched.
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
  JOIN "acme_stg"."crm_events_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    CASE WHEN upper(trim("id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("id") END AS "id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    CASE WHEN upper(trim("metric")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("metric") END AS "metric",
    "value" AS "value",
    CASE WHEN upper(trim("event_properties")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("event_properties") END AS "event_properties",
    NULLIF(trim(COALESCE(json_extract_scalar("event_properties", '$["$value"]'), NULLIF(json_format(json_extract("event_properties", '$["$value"]')), 'null'))), '') AS "event_properties_value",
    NULLIF(trim(COALESCE(json_extract_scalar("event_properties", '$["billing"]["country"]'), NULLIF(json_format(json_extract("event_properties", '$["billing"]["country"]')), 'null'))), '') AS "event_properties_billing_country",
    COALESCE(filter(TRY_CAST(json_extract("event_properties", '$["items"]') AS ARRAY(varchar)), e -> e IS NOT NULL), filter(transform(TRY_CAST(json_extract("event_properties", '$["items"]') AS ARRAY(JSON)), e -> json_format(e)), e -> e <> 'null')) AS "event_properties_items",
    CASE WHEN upper(trim("datetime")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("datetime") END AS "datetime",
    regexp_replace(trim("datetime"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "datetime__raw",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , COALESCE(
      CASE WHEN regexp_like("datetime__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("datetime__raw", '[.].*$', '') AS bigint) WHEN regexp_like("datetime__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("datetime__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("datetime__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("datetime__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("datetime__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("datetime__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("datetime__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("datetime__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "datetime_unixtime"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , TD_TIME_FORMAT("datetime_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "datetime_std"
    , TD_TIME_FORMAT("datetime_unixtime", 'yyyy-MM-dd', 'UTC') AS "datetime_date"
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
