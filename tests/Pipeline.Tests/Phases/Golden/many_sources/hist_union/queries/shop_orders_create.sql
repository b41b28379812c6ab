CREATE TABLE IF NOT EXISTS "acme_src"."shop_orders_hist_union" (
  "id" bigint,
  "customer_id" varchar,
  "email" varchar,
  "total_price" double,
  "ordered_on" varchar,
  "updated_at" varchar,
  "record_origin" varchar,
  "union_batch_id" varchar,
  "time" bigint
)
