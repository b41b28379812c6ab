SELECT
  "id",
  "email",
  "phone",
  "first_name",
  "created_at",
  "updated_at",
  "properties",
  'inc' AS "record_origin",
  'full-${session_unixtime}' AS "union_batch_id",
  "time"
FROM "acme_src"."shop_products"
