-- Generated from templates/unification/queries/prep_{table}.sql: the keys that stand together in a row of shop_orders_stg.
SELECT
  "email",
  "customer_id",
  'shop_orders_stg' AS "source",
  MIN("time") AS "first_seen",
  MAX("time") AS "last_seen"
FROM (
  SELECT
    NULLIF(trim("email_std"), '') AS "email",
    NULLIF(trim("customer_id"), '') AS "customer_id",
    "time"
  FROM "acme_stg"."shop_orders_stg"
) keys
WHERE "email" IS NOT NULL OR "customer_id" IS NOT NULL
GROUP BY "email", "customer_id"
