-- Generated from templates/staging/queries/{table}_upsert_insert.sql: nothing is added twice, however often this runs.
-- DIGDAG_INSERT_LINE
SELECT
  f."id",
  f."customer_id",
  f."email",
  f."email_std",
  f."email_hash",
  f."email_valid",
  f."order_date",
  f."order_date_std",
  f."order_date_unixtime",
  f."order_date_date",
  f."billing_city",
  f."billing_country",
  f."total_price",
  f."created_at",
  f."created_at_std",
  f."created_at_unixtime",
  f."created_at_date",
  f."updated_at",
  f."updated_at_std",
  f."updated_at_unixtime",
  f."updated_at_date",
  f."record_origin",
  f."time",
  f."accepts_marketing_dim",
  f."source_system",
  f."load_timestamp",
  f."rowhash",
  f."keyhash"
FROM "acme_stg"."shop_orders_stg_fresh" f
WHERE NOT EXISTS (SELECT 1 FROM "acme_stg"."shop_orders_stg" t WHERE t."keyhash" = f."keyhash")
