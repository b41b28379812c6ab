-- For each side: up to where it was copied (lo), and up to where it has rows now (hi).
SELECT
  "w"."inc_lo" AS "inc_lo",
  GREATEST("w"."inc_lo", "w"."inc_max") AS "inc_hi"
FROM (
  SELECT
    COALESCE(
      (SELECT MAX("inc_value") FROM "acme_config"."inc_log"
       WHERE "project_name" = 'hist_union' AND "database_name" = 'acme_src' AND "table_name" = 'shop_customers'),
      0) AS "inc_lo",
    COALESCE((SELECT MAX("time") FROM "acme_src"."shop_customers"), 0) AS "inc_max"
) "w"
