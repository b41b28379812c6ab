-- Generated from templates/staging/queries/{table}_create.sql: shop_orders_stg, and the columns it has gained since.
CREATE TABLE IF NOT EXISTS "acme_stg"."shop_orders_stg" (
  "id" bigint,
  "customer_id" varchar,
  "email" varchar,
  "email_std" varchar,
  "email_hash" varchar,
  "email_valid" varchar,
  "order_date" varchar,
  "order_date_std" varchar,
  "order_date_unixtime" bigint,
  "order_date_date" varchar,
  "billing_city" varchar,
  "billing_country" varchar,
  "total_price" double,
  "created_at" varchar,
  "created_at_std" varchar,
  "created_at_unixtime" bigint,
  "created_at_date" varchar,
  "updated_at" varchar,
  "updated_at_std" varchar,
  "updated_at_unixtime" bigint,
  "updated_at_date" varchar,
  "record_origin" varchar,
  "time" bigint,
  "accepts_marketing_dim" varchar,
  "source_system" varchar,
  "load_timestamp" varchar,
  "rowhash" varchar,
  "keyhash" varchar
);
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "id" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "customer_id" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "email" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "email_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "email_hash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "email_valid" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "order_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "order_date_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "order_date_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "order_date_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "billing_city" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "billing_country" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "total_price" double;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "created_at" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "created_at_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "created_at_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "created_at_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "updated_at" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "updated_at_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "updated_at_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "updated_at_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "record_origin" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "time" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "accepts_marketing_dim" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "source_system" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "load_timestamp" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "rowhash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_orders_stg" ADD COLUMN IF NOT EXISTS "keyhash" varchar;
