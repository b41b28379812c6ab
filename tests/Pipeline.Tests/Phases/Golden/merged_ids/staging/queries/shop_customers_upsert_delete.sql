-- Generated from templates/staging/queries/{table}_upsert_delete.sql: the rows that the batch replaces.
DELETE FROM "acme_stg"."shop_customers_stg"
WHERE "keyhash" IN (SELECT "keyhash" FROM "acme_stg"."shop_customers_stg_fresh")
