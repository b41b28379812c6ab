SELECT
  "id",
  "title",
  "price",
  'inc' AS "record_origin",
  'full-${session_unixtime}' AS "union_batch_id",
  "time"
FROM "acme_src"."shop_products"
