-- Generated from templates/unification/queries/prep_{table}.sql: the keys that stand together in a row of shop_customers_stg.
SELECT
  "customer_id",
  "household",
  'shop_customers_stg' AS "source",
  MIN("time") AS "first_seen",
  MAX("time") AS "last_seen"
FROM (
  SELECT
    NULLIF(trim("id"), '') AS "customer_id",
    NULLIF(trim("household"), '') AS "household",
    "time"
  FROM "acme_unif"."shop_customers_stg_ids"
) keys
WHERE "customer_id" IS NOT NULL OR "household" IS NOT NULL
GROUP BY "customer_id", "household"
