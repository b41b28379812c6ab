-- For each side: up to where it was copied (lo), and up to where it has rows now (hi).
SELECT
  "w"."hist_lo" AS "hist_lo",
  GREATEST("w"."hist_lo", "w"."hist_max") AS "hist_hi",
  "w"."inc_lo" AS "inc_lo",
  GREATEST("w"."inc_lo", "w"."inc_max") AS "inc_hi"
FROM (
  SELECT
    COALESCE(
      (SELECT MAX("inc_value") FROM "acme_config"."inc_log"
       WHERE "project_name" = 'hist_union' AND "database_name" = 'acme_src' AND "table_name" = 'crm_profiles_hist'),
      0) AS "hist_lo",
    COALESCE((SELECT MAX("time") FROM "acme_src"."crm_profiles_hist"), 0) AS "hist_max",
    COALESCE(
      (SELECT MAX("inc_value") FROM "acme_config"."inc_log"
       WHERE "project_name" = 'hist_union' AND "database_name" = 'acme_src' AND "table_name" = 'crm_profiles'),
      0) AS "inc_lo",
    COALESCE((SELECT MAX("time") FROM "acme_src"."crm_profiles"), 0) AS "inc_max"
) "w"
