CREATE TABLE IF NOT EXISTS "acme_src"."shop_customers_hist_union" (
  "id" varchar,
  "email" varchar,
  "phone" varchar,
  "first_name" varchar,
  "created_at" varchar,
  "updated_at" varchar,
  "properties" varchar,
  "record_origin" varchar,
  "union_batch_id" varchar,
  "time" bigint
)
