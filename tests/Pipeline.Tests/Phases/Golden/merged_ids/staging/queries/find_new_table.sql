-- Generated from templates/staging/queries/find_new_table.sql: the table that waits to be published; no row when it was.
SELECT "table_name" AS "new_table"
FROM "information_schema"."tables"
WHERE "table_schema" = 'acme_stg' AND "table_name" = '${tbl.new_table}'
