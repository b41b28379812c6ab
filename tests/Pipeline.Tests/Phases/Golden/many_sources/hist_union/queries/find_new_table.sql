SELECT "table_name"
FROM "information_schema"."tables"
WHERE "table_schema" = 'acme_src' AND "table_name" = '${union.new_table}'
