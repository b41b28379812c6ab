-- Generated from templates/unification/queries/tables.sql: the numbers of the tables.
SELECT CAST(t."table_id" AS bigint) AS "table_id", t."table_name"
FROM (
  VALUES
    (1, 'shop_customers_stg')
) AS t ("table_id", "table_name")
