-- Generated from templates/unification/queries/loop_on_tables.sql: the tables whose keys are prepared, one row each.
SELECT t."name", t."src_tbl", t."snk_tbl"
FROM (
  VALUES
    (1, 'shop_customers', 'shop_customers_stg', 'shop_customers_stg_household_prep')
) AS t ("n", "name", "src_tbl", "snk_tbl")
ORDER BY t."n"
