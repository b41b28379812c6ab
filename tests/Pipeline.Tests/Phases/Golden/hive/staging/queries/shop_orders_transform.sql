-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_orders_hist_union → shop_orders_stg: clean, then join, then one row per key. time is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s.`id`,
    s.`customer_id`,
    s.`email`,
    s.`total_price`,
    s.`ordered_on`,
    s.`updated_at`,
    s.`record_origin`,
    s.`time`
  FROM `acme_src`.`shop_orders_hist_union` s
  JOIN `acme_stg`.`shop_orders_stg_window` w ON w.`origin` = COALESCE(s.`record_origin`, 'inc')
  WHERE s.`time` > w.`lo` AND s.`time` <= w.`hi`
    AND s.`time` >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    `id` AS `id`,
    CASE WHEN upper(regexp_replace(`customer_id`, '^\\s+|\\s+$', '')) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN regexp_replace(`customer_id`, '^\\s+|\\s+$', '') END AS `customer_id`,
    CASE WHEN upper(regexp_replace(`email`, '^\\s+|\\s+$', '')) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(regexp_replace(`email`, '^\\s+|\\s+$', '')) END AS `email`,
    `total_price` AS `total_price`,
    CASE WHEN upper(regexp_replace(`ordered_on`, '^\\s+|\\s+$', '')) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN regexp_replace(`ordered_on`, '^\\s+|\\s+$', '') END AS `ordered_on`,
    regexp_replace(regexp_replace(`ordered_on`, '^\\s+|\\s+$', ''), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS `ordered_on__raw`,
    CASE WHEN upper(regexp_replace(`updated_at`, '^\\s+|\\s+$', '')) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN regexp_replace(`updated_at`, '^\\s+|\\s+$', '') END AS `updated_at`,
    regexp_replace(regexp_replace(`updated_at`, '^\\s+|\\s+$', ''), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS `updated_at__raw`,
    `record_origin` AS `record_origin`,
    `time` AS `time`
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN `email` RLIKE '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$' THEN `email` END AS `email_std`
    , COALESCE(
      CASE WHEN `ordered_on__raw` RLIKE '^-?[0-9]{9,11}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`ordered_on__raw`, '[.].*$', '') AS BIGINT) WHEN `ordered_on__raw` RLIKE '^-?[0-9]{12,14}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`ordered_on__raw`, '[.].*$', '') AS BIGINT) DIV 1000 WHEN `ordered_on__raw` RLIKE '^-?[0-9]{15,17}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`ordered_on__raw`, '[.].*$', '') AS BIGINT) DIV 1000000 WHEN `ordered_on__raw` RLIKE '^-?[0-9]{18,19}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`ordered_on__raw`, '[.].*$', '') AS BIGINT) DIV 1000000000 END,
      CASE WHEN `ordered_on__raw` RLIKE '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)' THEN TD_TIME_PARSE(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(`ordered_on__raw`, '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00'), '^\\s+|\\s+$', ''), 'UTC') END) AS `ordered_on_unixtime`
    , COALESCE(
      CASE WHEN `updated_at__raw` RLIKE '^-?[0-9]{9,11}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`updated_at__raw`, '[.].*$', '') AS BIGINT) WHEN `updated_at__raw` RLIKE '^-?[0-9]{12,14}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`updated_at__raw`, '[.].*$', '') AS BIGINT) DIV 1000 WHEN `updated_at__raw` RLIKE '^-?[0-9]{15,17}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`updated_at__raw`, '[.].*$', '') AS BIGINT) DIV 1000000 WHEN `updated_at__raw` RLIKE '^-?[0-9]{18,19}(?:[.][0-9]*)?$' THEN CAST(regexp_replace(`updated_at__raw`, '[.].*$', '') AS BIGINT) DIV 1000000000 END,
      CASE WHEN `updated_at__raw` RLIKE '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)' THEN TD_TIME_PARSE(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(`updated_at__raw`, '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00'), '^\\s+|\\s+$', ''), 'UTC') END) AS `updated_at_unixtime`
  FROM cleaned
),
hashed AS (
  SELECT *
    , sha2(`email_std`, 256) AS `email_hash`
    , CASE WHEN `email_std` IS NOT NULL THEN 'TRUE' WHEN `email` IS NOT NULL THEN 'FALSE' END AS `email_valid`
    , TD_TIME_FORMAT(`ordered_on_unixtime`, 'yyyy-MM-dd HH:mm:ss', 'UTC') AS `ordered_on_std`
    , TD_TIME_FORMAT(`ordered_on_unixtime`, 'yyyy-MM-dd', 'UTC') AS `ordered_on_date`
    , TD_TIME_FORMAT(`updated_at_unixtime`, 'yyyy-MM-dd HH:mm:ss', 'UTC') AS `updated_at_std`
    , TD_TIME_FORMAT(`updated_at_unixtime`, 'yyyy-MM-dd', 'UTC') AS `updated_at_date`
    , 'shop' AS `source_system`
    , '${session_local_time}' AS `load_timestamp`
  FROM standardised
),
joined AS (
  SELECT h.*
    , j1.`email_std` AS `email_std_dim`
  FROM hashed h
  LEFT JOIN (SELECT `id`, `email_std`, ROW_NUMBER() OVER (PARTITION BY `id` ORDER BY `time` DESC, `email_std`) AS `newest` FROM `acme_stg`.`shop_customers_stg`) j1 ON j1.`id` = h.`customer_id` AND j1.`newest` = 1
)
-- DIGDAG_INSERT_LINE
SELECT
  `id`,
  `customer_id`,
  `email`,
  `email_std`,
  `email_hash`,
  `email_valid`,
  `total_price`,
  `ordered_on`,
  `ordered_on_std`,
  `ordered_on_unixtime`,
  `ordered_on_date`,
  `updated_at`,
  `updated_at_std`,
  `updated_at_unixtime`,
  `updated_at_date`,
  `record_origin`,
  `time`,
  `email_std_dim`,
  `source_system`,
  `load_timestamp`
FROM joined
