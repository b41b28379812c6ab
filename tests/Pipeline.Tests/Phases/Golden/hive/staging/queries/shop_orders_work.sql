-- Generated from templates/staging/queries/{table}_work.sql: an empty table for the batch, with its columns, before Hive fills it.
DROP TABLE IF EXISTS "acme_stg"."shop_orders_stg_work";
CREATE TABLE "acme_stg"."shop_orders_stg_work" (
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
  "email_std_dim" varchar,
  "source_system" varchar,
  "load_timestamp" varchar
);
