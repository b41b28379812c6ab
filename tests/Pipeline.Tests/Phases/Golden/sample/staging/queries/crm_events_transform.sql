-- Generated from templates/staging/queries/{table}_transform.sql.
-- crm_events_hist_union → crm_events_stg, step by step: each reads the one before, so that nothing is computed twice.
-- What is new, between "lo" and "hi" of each origin; "time" itself is never touched.
WITH source AS (
  SELECT
    trim(s."id") AS "id",
    trim(s."email") AS "email",
    trim(s."metric") AS "metric",
    s."value",
    trim(s."event_properties") AS "event_properties",
    trim(s."datetime") AS "datetime",
    s."record_origin",
    s."time"
  FROM "acme_src"."crm_events_hist_union" s
  JOIN "acme_stg"."crm_events_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
-- Values as they are kept: NULL for words that mean nothing; what ends in __raw is for the next step alone.
cleaned AS (
  SELECT
    CASE WHEN upper("id") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "id" END AS "id",
    CASE WHEN upper("email") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower("email") END AS "email",
    CASE WHEN upper("metric") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "metric" END AS "metric",
    "value",
    CASE WHEN upper("event_properties") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "event_properties" END AS "event_properties",
    NULLIF(trim(COALESCE(json_extract_scalar("event_properties", '$["$value"]'), NULLIF(json_format(json_extract("event_properties", '$["$value"]')), 'null'))), '') AS "event_properties_value",
    NULLIF(trim(COALESCE(json_extract_scalar("event_properties", '$["billing"]["country"]'), NULLIF(json_format(json_extract("event_properties", '$["billing"]["country"]')), 'null'))), '') AS "event_properties_billing_country",
    COALESCE(filter(TRY_CAST(json_extract("event_properties", '$["items"]') AS ARRAY(varchar)), e -> e IS NOT NULL),
      filter(transform(TRY_CAST(json_extract("event_properties", '$["items"]') AS ARRAY(JSON)), e -> json_format(e)), e -> e <> 'null')) AS "event_properties_items",
    CASE WHEN upper("datetime") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "datetime" END AS "datetime",
    regexp_replace("datetime", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "datetime__raw",
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
      TRY_CAST(regexp_extract("datetime__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("datetime__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("datetime__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END
    ) AS "datetime_unixtime"
  FROM cleaned
),
-- What is made of the standard values, and where and when the row came from.
completed AS (
  SELECT
    *,
    lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash",
    CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid",
    TD_TIME_FORMAT("datetime_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "datetime_std",
    TD_TIME_FORMAT("datetime_unixtime", 'yyyy-MM-dd', 'UTC') AS "datetime_date",
    'crm' AS "source_system",
    '${session_local_time}' AS "load_timestamp"
  FROM standardised
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
FROM completed
