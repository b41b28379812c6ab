-- Generated from templates/staging/queries/{table}_create.sql.
CREATE TABLE IF NOT EXISTS "acme_stg"."shop_orders_stg" (
  "id" bigint,
  "customer_id" varchar,
  "email" varchar,
  "email_std" varchar,
  "email_hash" varchar,
  "email_valid" varchar,
  "total_price" double,
  "ordered_on" varchar,
  "ordered_on_std" varchar,
  "ordered_on_unixtime" bigint,
  "ordered_on_date" varchar,
  "updated_at" varchar,
  "updated_at_std" varchar,
  "updated_at_unixtime" bigint,
  "updated_at_date" varchar,
  "record_origin" varchar,
  "time" bigint,
  "source_system" varchar,
  "load_timestamp" varchar
)
