-- Generated from templates/staging/queries/{table}_transform.sql.
-- crm_profiles_hist_union → crm_profiles_stg, step by step: each reads the one before, so that nothing is computed twice.
-- What is new, between "lo" and "hi" of each origin; "time" itself is never touched.
WITH source AS (
  SELECT
    trim(s."id") AS "id",
    trim(s."email") AS "email",
    trim(s."phone_number") AS "phone_number",
    trim(s."first_name") AS "first_name",
    trim(s."last_name") AS "last_name",
    trim(s."city") AS "city",
    trim(s."birthday") AS "birthday",
    trim(s."subscribed") AS "subscribed",
    trim(s."properties") AS "properties",
    trim(s."created") AS "created",
    trim(s."updated") AS "updated",
    trim(s."cluster") AS "cluster",
    s."record_origin",
    s."time"
  FROM "acme_src"."crm_profiles_hist_union" s
  JOIN "acme_stg"."crm_profiles_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
-- Values as they are kept: NULL for words that mean nothing; what ends in __raw is for the next step alone.
cleaned AS (
  SELECT
    CASE WHEN upper("id") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "id" END AS "id",
    CASE WHEN upper("email") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower("email") END AS "email",
    CASE WHEN regexp_like("phone_number", '[1-9]') THEN regexp_replace("phone_number", '[^0-9]', '') END AS "phone_number",
    regexp_replace(regexp_replace("phone_number", '[(]0[)]|[ ,;]*(?:[xX#]|[eE][xX][tT](?:[eE][nN][sS][iI][oO][nN])?)[. :]*[0-9]+$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_number__raw",
    CASE WHEN upper("first_name") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "first_name" END AS "first_name",
    CASE WHEN upper("last_name") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "last_name" END AS "last_name",
    CASE WHEN upper("city") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "city" END AS "city",
    CASE WHEN upper("birthday") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "birthday" END AS "birthday",
    regexp_replace("birthday", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "birthday__raw",
    CASE WHEN lower("subscribed") IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE'
      WHEN lower("subscribed") IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "subscribed",
    CASE WHEN upper("properties") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "properties" END AS "properties",
    NULLIF(trim(COALESCE(json_extract_scalar("properties", '$["loyalty"]["tier"]'), NULLIF(json_format(json_extract("properties", '$["loyalty"]["tier"]')), 'null'))), '') AS "properties_loyalty_tier",
    NULLIF(trim(COALESCE(json_extract_scalar("properties", '$["loyalty"]["points"]'), NULLIF(json_format(json_extract("properties", '$["loyalty"]["points"]')), 'null'))), '') AS "properties_loyalty_points",
    COALESCE(filter(TRY_CAST(json_extract("properties", '$["tags"]') AS ARRAY(varchar)), e -> e IS NOT NULL),
      filter(transform(TRY_CAST(json_extract("properties", '$["tags"]') AS ARRAY(JSON)), e -> json_format(e)), e -> e <> 'null')) AS "properties_tags",
    CASE WHEN upper("created") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "created" END AS "created",
    regexp_replace("created", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "created__raw",
    CASE WHEN upper("updated") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "updated" END AS "updated",
    regexp_replace("updated", '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "updated__raw",
    CASE WHEN upper("cluster") NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN "cluster" END AS "cluster",
    "record_origin",
    "time"
  FROM source
),
-- Values as they are compared: NULL for what cannot be read.
standardised AS (
  SELECT
    *,
    CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std",
    CASE WHEN "phone_number" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_number__raw" LIKE '+%' THEN "phone_number__raw" WHEN "phone_number__raw" LIKE '00%' THEN concat('+', substr("phone_number__raw", 3)) ELSE concat('+', regexp_replace("phone_number__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_number_std",
    COALESCE(
      TRY_CAST(regexp_extract("birthday__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("birthday__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("birthday__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END,
      CASE WHEN regexp_like("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4})$') THEN TD_TIME_PARSE(regexp_replace("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4})$', '$3-$2-$1 00:00:00'), 'UTC') END,
      CASE WHEN regexp_like("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2})$') THEN TD_TIME_PARSE(regexp_replace("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2})$', '$3-$2-$1 $4:$5:00'), 'UTC') END,
      CASE WHEN regexp_like("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2}):([0-9]{2})$') THEN TD_TIME_PARSE(regexp_replace("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2}):([0-9]{2})$', '$3-$2-$1 $4:$5:$6'), 'UTC') END
    ) AS "birthday_unixtime",
    COALESCE(
      TRY_CAST(regexp_extract("created__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("created__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("created__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END
    ) AS "created_unixtime",
    COALESCE(
      TRY_CAST(regexp_extract("updated__raw", '^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$', 1) AS bigint),
      CASE WHEN regexp_like("updated__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("updated__raw",
          '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '),
          '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'),
          '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'),
          '^(.{19} *[+-][0-9]{2})$', '$1:00'),
          '^ +| +$', ''), 'UTC') END
    ) AS "updated_unixtime"
  FROM cleaned
),
-- What is made of the standard values, and where and when the row came from.
completed AS (
  SELECT
    *,
    lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash",
    CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid",
    lower(to_hex(sha256(to_utf8("phone_number_std")))) AS "phone_number_hash",
    CASE WHEN "phone_number_std" IS NOT NULL THEN 'TRUE' WHEN "phone_number" IS NOT NULL THEN 'FALSE' END AS "phone_number_valid",
    TD_TIME_FORMAT("birthday_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "birthday_std",
    TD_TIME_FORMAT("birthday_unixtime", 'yyyy-MM-dd', 'UTC') AS "birthday_date",
    TD_TIME_FORMAT("created_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_std",
    TD_TIME_FORMAT("created_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_date",
    TD_TIME_FORMAT("updated_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_std",
    TD_TIME_FORMAT("updated_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_date",
    'crm' AS "source_system",
    '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
-- One row per key: fingerprints of the row and of its key, then the row's place among those of its key.
fingerprinted AS (
  SELECT
    *,
    lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[
      "id", "email", "phone_number", "first_name", "last_name", "city", "birthday", "subscribed",
      "properties", "created", "updated", "cluster"
    ] AS JSON)))))) AS "rowhash"
  FROM completed
),
keyed AS (
  SELECT
    *,
    CASE WHEN "id" IS NULL THEN concat('row:', "rowhash")
      ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY["id"] AS JSON)))))) END AS "keyhash"
  FROM fingerprinted
),
ranked AS (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "updated_unixtime" DESC NULLS LAST, "time" DESC, "rowhash") AS "key_rank"
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
