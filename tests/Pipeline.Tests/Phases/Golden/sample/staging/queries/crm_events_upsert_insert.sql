-- Generated from templates/staging/queries/{table}_upsert_insert.sql: nothing is added twice, however often this runs.
-- DIGDAG_INSERT_LINE
SELECT
  f."id",
  f."email",
  f."email_std",
  f."email_hash",
  f."email_valid",
  f."metric",
  f."value",
  f."event_properties",
  f."event_properties_value",
  f."event_properties_billing_country",
  f."event_properties_items",
  f."datetime",
  f."datetime_std",
  f."datetime_unixtime",
  f."datetime_date",
  f."record_origin",
  f."time",
  f."source_system",
  f."load_timestamp",
  f."rowhash",
  f."keyhash"
FROM "acme_stg"."crm_events_stg_fresh" f
WHERE NOT EXISTS (SELECT 1 FROM "acme_stg"."crm_events_stg" t WHERE t."keyhash" = f."keyhash")
