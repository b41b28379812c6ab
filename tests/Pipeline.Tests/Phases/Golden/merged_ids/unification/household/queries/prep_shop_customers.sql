-- Generated from templates/unification/queries/prep_{table}.sql: the keys that stand together in a row of shop_customers_stg.
SELECT
  "email",
  "phone",
  'shop_customers_stg' AS "source",
  MIN("time") AS "first_seen",
  MAX("time") AS "last_seen"
FROM (
  SELECT
    NULLIF(trim("email_std"), '') AS "email",
    NULLIF(trim("phone_std"), '') AS "phone",
    "time"
  FROM "acme_stg"."shop_customers_stg"
) keys
WHERE "email" IS NOT NULL OR "phone" IS NOT NULL
GROUP BY "email", "phone"
