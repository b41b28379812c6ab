-- Generated from templates/staging/queries/{table}_window.sql.
-- How far each origin of shop_customers_hist_union was read ("lo") and how far it will be read now ("hi").
SELECT
  o."origin",
  COALESCE(l."lo", 0) AS "lo",
  o."hi"
FROM (
  SELECT COALESCE("record_origin", 'inc') AS "origin", MAX("time") AS "hi"
  FROM "acme_src"."shop_customers_hist_union"
  GROUP BY COALESCE("record_origin", 'inc')
) o
LEFT JOIN (
  SELECT "table_name", COALESCE(MAX("inc_value"), 0) AS "lo"
  FROM "acme_config"."inc_log"
  WHERE "project_name" = 'staging' AND "database_name" = 'acme_src'
  GROUP BY "table_name"
) l ON l."table_name" = 'shop_customers_hist_union.' || o."origin"
