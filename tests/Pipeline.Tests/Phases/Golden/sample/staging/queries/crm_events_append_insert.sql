-- Generated from templates/staging/queries/{table}_append_insert.sql: the batch, once.
-- DIGDAG_INSERT_LINE
SELECT
  w."id",
  w."email",
  w."email_std",
  w."email_hash",
  w."email_valid",
  w."metric",
  w."value",
  w."event_properties",
  w."event_properties_value",
  w."event_properties_billing_country",
  w."event_properties_items",
  w."datetime",
  w."datetime_std",
  w."datetime_unixtime",
  w."datetime_date",
  w."record_origin",
  w."time",
  w."source_system",
  w."load_timestamp"
FROM "acme_stg"."crm_events_stg_work" w
WHERE NOT EXISTS (
  SELECT 1
  FROM "acme_stg"."crm_events_stg" t
  WHERE ("record_origin" = 'hist' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."crm_events_stg_window" WHERE "origin" = 'hist'))
    OR ("record_origin" = 'inc' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."crm_events_stg_window" WHERE "origin" = 'inc'))
)
