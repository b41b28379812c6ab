CREATE TABLE IF NOT EXISTS "acme_src"."shop_customers_hist_union" (
  "id" varchar,
  "email" varchar,
  "accepts_marketing" varchar,
  "total_spent" varchar,
  "created_at" varchar,
  "updated_at" varchar,
  "cluster" varchar,
  "record_origin" varchar,
  "union_batch_id" varchar,
  "time" bigint
)
