-- Generated from templates/staging/queries/{table}_append_insert.sql: the batch, once.
-- DIGDAG_INSERT_LINE
SELECT
  w."id",
  w."customer_id",
  w."email",
  w."email_std",
  w."email_hash",
  w."email_valid",
  w."total_price",
  w."ordered_on",
  w."ordered_on_std",
  w."ordered_on_unixtime",
  w."ordered_on_date",
  w."updated_at",
  w."updated_at_std",
  w."updated_at_unixtime",
  w."updated_at_date",
  w."record_origin",
  w."time",
  w."source_system",
  w."load_timestamp"
FROM "acme_stg"."shop_orders_stg_work" w
WHERE NOT EXISTS (
  SELECT 1
  FROM "acme_stg"."shop_orders_stg" t
  WHERE ("record_origin" = 'hist' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."shop_orders_stg_window" WHERE "origin" = 'hist'))
    OR ("record_origin" = 'inc' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."shop_orders_stg_window" WHERE "origin" = 'inc'))
)
