-- Generated from templates/staging/queries/{table}_upsert_insert.sql: nothing is added twice, however often this runs.
-- DIGDAG_INSERT_LINE
SELECT
  f."id",
  f."email",
  f."email_std",
  f."email_hash",
  f."email_valid",
  f."phone",
  f."phone_std",
  f."phone_hash",
  f."phone_valid",
  f."first_name",
  f."created_at",
  f."created_at_std",
  f."created_at_unixtime",
  f."created_at_date",
  f."updated_at",
  f."updated_at_std",
  f."updated_at_unixtime",
  f."updated_at_date",
  f."properties",
  f."record_origin",
  f."time",
  f."source_system",
  f."load_timestamp",
  f."rowhash",
  f."keyhash"
FROM "acme_stg"."shop_customers_stg_fresh" f
WHERE NOT EXISTS (SELECT 1 FROM "acme_stg"."shop_customers_stg" t WHERE t."keyhash" = f."keyhash")
