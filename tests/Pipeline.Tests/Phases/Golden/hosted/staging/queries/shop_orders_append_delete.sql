-- Generated from templates/staging/queries/{table}_append_delete.sql.
-- Rows later than the last finished run: only an unfinished one can have written them.
DELETE FROM "acme_stg"."shop_orders_stg"
WHERE ("record_origin" = 'hist' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."shop_orders_stg_window" WHERE "origin" = 'hist'))
  OR ("record_origin" = 'inc' AND "time" > (SELECT COALESCE(MAX("lo"), 9223372036854775807) FROM "acme_stg"."shop_orders_stg_window" WHERE "origin" = 'inc'))
