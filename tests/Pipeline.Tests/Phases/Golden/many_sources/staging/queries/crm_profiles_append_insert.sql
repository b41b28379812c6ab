-- Generated from templates/staging/queries/{table}_append_insert.sql: the batch, once.
-- DIGDAG_INSERT_LINE
SELECT
  w."id",
  w."email",
  w."email_std",
  w."email_hash",
  w."email_valid",
  w."phone",
  w."phone_std",
  w."phone_hash",
  w."phone_valid",
  w."first_name",
  w."created_at",
  w."created_at_std",
  w."created_at_unixtime",
  w."created_at_date",
  w."updated_at",
  w."updated_at_std",
  w."updated_at_unixtime",
  w."updated_at_date",
  w."properties",
  w."properties_tier",
  w."properties_value",
  w."properties_tags",
  w."record_origin",
  w."time",
  w."source_system",
  w."load_timestamp"
FROM "acme_stg"."crm_profiles_stg_work" w
WHERE NOT EXISTS (
  SELECT 1
  FROM "acme_stg"."crm_profiles_stg" t
  WHERE ("record_origin" = 'hist' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."crm_profiles_stg_window" WHERE "origin" = 'hist'))
    OR ("record_origin" = 'inc' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."crm_profiles_stg_window" WHERE "origin" = 'inc'))
)
