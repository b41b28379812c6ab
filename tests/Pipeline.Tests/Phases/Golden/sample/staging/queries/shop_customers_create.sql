-- Generated from templates/staging/queries/{table}_create.sql: shop_customers_stg, and the columns it has gained since.
CREATE TABLE IF NOT EXISTS "acme_stg"."shop_customers_stg" (
  "id" varchar,
  "email" varchar,
  "email_std" varchar,
  "email_hash" varchar,
  "email_valid" varchar,
  "first_name" varchar,
  "last_name" varchar,
  "phone" varchar,
  "phone_std" varchar,
  "phone_hash" varchar,
  "phone_valid" varchar,
  "date_of_birth" varchar,
  "date_of_birth_std" varchar,
  "date_of_birth_unixtime" bigint,
  "date_of_birth_date" varchar,
  "city" varchar,
  "country" varchar,
  "accepts_marketing" varchar,
  "total_spent" double,
  "created_at" varchar,
  "created_at_std" varchar,
  "created_at_unixtime" bigint,
  "created_at_date" varchar,
  "updated_at" varchar,
  "updated_at_std" varchar,
  "updated_at_unixtime" bigint,
  "updated_at_date" varchar,
  "cluster" varchar,
  "record_origin" varchar,
  "time" bigint,
  "source_system" varchar,
  "load_timestamp" varchar,
  "rowhash" varchar,
  "keyhash" varchar
);
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "id" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "email" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "email_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "email_hash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "email_valid" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "first_name" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "last_name" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "phone" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "phone_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "phone_hash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "phone_valid" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "date_of_birth" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "date_of_birth_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "date_of_birth_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "date_of_birth_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "city" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "country" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "accepts_marketing" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "total_spent" double;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "created_at" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "created_at_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "created_at_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "created_at_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "updated_at" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "updated_at_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "updated_at_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "updated_at_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "cluster" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "record_origin" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "time" bigint;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "source_system" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "load_timestamp" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "rowhash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."shop_customers_stg" ADD COLUMN IF NOT EXISTS "keyhash" varchar;
