-- Generated from templates/staging/queries/{table}_transform.sql.
-- crm_profiles_hist_union → crm_profiles_stg: clean, then join, then one row per key. time is never touched.
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
  JOIN "acme_stg"."crm_profiles_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    CASE WHEN upper(trim("id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("id") END AS "id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    CASE WHEN regexp_like("phone_number", '[1-9]') THEN regexp_replace("phone_number", '[^0-9]', '') END AS "phone_number",
    regexp_replace(regexp_replace("phone_number", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_number__raw",
    CASE WHEN upper(trim("first_name")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("first_name") END AS "first_name",
    CASE WHEN upper(trim("last_name")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("last_name") END AS "last_name",
    CASE WHEN upper(trim("city")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("city") END AS "city",
    CASE WHEN upper(trim("birthday")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("birthday") END AS "birthday",
    regexp_replace(trim("birthday"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "birthday__raw",
    CASE WHEN lower(trim("subscribed")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("subscribed")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "subscribed",
    CASE WHEN upper(trim("properties")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("properties") END AS "properties",
    NULLIF(trim(COALESCE(json_extract_scalar("properties", '$["loyalty"]["tier"]'), NULLIF(json_format(json_extract("properties", '$["loyalty"]["tier"]')), 'null'))), '') AS "properties_loyalty_tier",
    NULLIF(trim(COALESCE(json_extract_scalar("properties", '$["loyalty"]["points"]'), NULLIF(json_format(json_extract("properties", '$["loyalty"]["points"]')), 'null'))), '') AS "properties_loyalty_points",
    COALESCE(filter(TRY_CAST(json_extract("properties", '$["tags"]') AS ARRAY(varchar)), e -> e IS NOT NULL), filter(transform(TRY_CAST(json_extract("properties", '$["tags"]') AS ARRAY(JSON)), e -> json_format(e)), e -> e <> 'null')) AS "properties_tags",
    CASE WHEN upper(trim("created")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("created") END AS "created",
    regexp_replace(trim("created"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "created__raw",
    CASE WHEN upper(trim("updated")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("updated") END AS "updated",
    regexp_replace(trim("updated"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "updated__raw",
    CASE WHEN upper(trim("cluster")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("cluster") END AS "cluster",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , CASE WHEN "phone_number" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_number__raw" LIKE '+%' THEN "phone_number__raw" WHEN "phone_number__raw" LIKE '00%' THEN concat('+', substr("phone_number__raw", 3)) ELSE concat('+', regexp_replace("phone_number__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_number_std"
    , COALESCE(
      CASE WHEN regexp_like("birthday__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("birthday__raw", '[.].*$', '') AS bigint) WHEN regexp_like("birthday__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("birthday__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("birthday__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("birthday__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("birthday__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("birthday__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("birthday__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("birthday__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END,
      CASE WHEN regexp_like("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4})$') THEN TD_TIME_PARSE(regexp_replace("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4})$', '$3-$2-$1 00:00:00'), 'UTC') END,
      CASE WHEN regexp_like("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2})$') THEN TD_TIME_PARSE(regexp_replace("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2})$', '$3-$2-$1 $4:$5:00'), 'UTC') END,
      CASE WHEN regexp_like("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2}):([0-9]{2})$') THEN TD_TIME_PARSE(regexp_replace("birthday__raw", '^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4}) +([0-9]{2}):([0-9]{2}):([0-9]{2})$', '$3-$2-$1 $4:$5:$6'), 'UTC') END) AS "birthday_unixtime"
    , COALESCE(
      CASE WHEN regexp_like("created__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created__raw", '[.].*$', '') AS bigint) WHEN regexp_like("created__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("created__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("created__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("created__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("created__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "created_unixtime"
    , COALESCE(
      CASE WHEN regexp_like("updated__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated__raw", '[.].*$', '') AS bigint) WHEN regexp_like("updated__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("updated__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("updated__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("updated__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("updated__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "updated_unixtime"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , lower(to_hex(sha256(to_utf8("phone_number_std")))) AS "phone_number_hash"
    , CASE WHEN "phone_number_std" IS NOT NULL THEN 'TRUE' WHEN "phone_number" IS NOT NULL THEN 'FALSE' END AS "phone_number_valid"
    , TD_TIME_FORMAT("birthday_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "birthday_std"
    , TD_TIME_FORMAT("birthday_unixtime", 'yyyy-MM-dd', 'UTC') AS "birthday_date"
    , TD_TIME_FORMAT("created_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_std"
    , TD_TIME_FORMAT("created_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_date"
    , TD_TIME_FORMAT("updated_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_std"
    , TD_TIME_FORMAT("updated_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_date"
    , 'crm' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
  FROM hashed h
),
fingerprinted AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY["id", "email", "phone_number", "first_name", "last_name", "city", "birthday", "subscribed", "properties", "created", "updated", "cluster"] AS JSON)))))) AS "rowhash"
  FROM joined
),
keyed AS (
  SELECT *, CASE WHEN "id" IS NULL THEN concat('row:', "rowhash") ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY["id"] AS JSON)))))) END AS "keyhash"
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
