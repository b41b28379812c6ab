-- Generated from templates/unification/queries/find_new_table.sql: the table that waits to be published; no row when it was.
SELECT "table_name" AS "new_table", '${published}' AS "published"
FROM "information_schema"."tables"
WHERE "table_schema" = 'acme_unif' AND "table_name" = '${published}__new'
