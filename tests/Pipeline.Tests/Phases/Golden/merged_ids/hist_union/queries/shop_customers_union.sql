INSERT INTO "acme_src"."shop_customers_hist_union" (
  "id",
  "email",
  "phone",
  "first_name",
  "created_at",
  "updated_at",
  "properties",
  "record_origin",
  "union_batch_id",
  "time"
)
SELECT
  "id",
  "email",
  "phone",
  "first_name",
  "created_at",
  "updated_at",
  "properties",
  'inc' AS "record_origin",
  'inc-${td.last_results.inc_lo}' AS "union_batch_id",
  "time"
FROM "acme_src"."shop_customers"
WHERE "time" > ${td.last_results.inc_lo}
  AND "time" <= ${td.last_results.inc_hi}
  AND NOT EXISTS (
    SELECT 1 FROM "acme_src"."shop_customers_hist_union" WHERE "union_batch_id" = 'inc-${td.last_results.inc_lo}'
  )
