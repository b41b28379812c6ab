-- Generated from templates/staging/queries/{table}_upsert_insert.sql: nothing is added twice, however often this runs.
-- DIGDAG_INSERT_LINE
SELECT
  f."id",
  f."customer_id",
  f."email",
  f."email_std",
  f."email_hash",
  f."email_valid",
  f."total_price",
  f."ordered_on",
  f."ordered_on_std",
  f."ordered_on_unixtime",
  f."ordered_on_date",
  f."updated_at",
  f."updated_at_std",
  f."updated_at_unixtime",
  f."updated_at_date",
  f."record_origin",
  f."time",
  f."email_std_dim",
  f."source_system",
  f."load_timestamp",
  f."rowhash",
  f."keyhash"
FROM "acme_stg"."shop_orders_stg_fresh" f
WHERE NOT EXISTS (SELECT 1 FROM "acme_stg"."shop_orders_stg" t WHERE t."keyhash" = f."keyhash")
