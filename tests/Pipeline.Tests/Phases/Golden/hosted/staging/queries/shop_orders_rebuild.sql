-- Generated from templates/staging/queries/{table}_rebuild.sql: all rows of shop_orders_stg, in the types that its columns are to have.
SELECT
  CAST("id" AS bigint) AS "id",
  CAST("customer_id" AS varchar) AS "customer_id",
  CAST("email" AS varchar) AS "email",
  CAST("email_std" AS varchar) AS "email_std",
  CAST("email_hash" AS varchar) AS "email_hash",
  CAST("email_valid" AS varchar) AS "email_valid",
  CAST("total_price" AS double) AS "total_price",
  CAST("ordered_on" AS varchar) AS "ordered_on",
  CAST("ordered_on_std" AS varchar) AS "ordered_on_std",
  CAST("ordered_on_unixtime" AS bigint) AS "ordered_on_unixtime",
  CAST("ordered_on_date" AS varchar) AS "ordered_on_date",
  CAST("updated_at" AS varchar) AS "updated_at",
  CAST("updated_at_std" AS varchar) AS "updated_at_std",
  CAST("updated_at_unixtime" AS bigint) AS "updated_at_unixtime",
  CAST("updated_at_date" AS varchar) AS "updated_at_date",
  CAST("record_origin" AS varchar) AS "record_origin",
  CAST("time" AS bigint) AS "time",
  CAST("source_system" AS varchar) AS "source_system",
  CAST("load_timestamp" AS varchar) AS "load_timestamp"
FROM "acme_stg"."shop_orders_stg"
