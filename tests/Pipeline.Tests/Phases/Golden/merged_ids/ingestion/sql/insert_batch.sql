-- By name: a column that the source has added is added to the table. Asked twice, it inserts once.
SELECT *, '${batch_id}' AS "load_batch_id"
FROM "acme_src"."${datasource.load_table}"
WHERE NOT EXISTS (
  SELECT 1 FROM "acme_src"."${datasource.table_name}" WHERE "load_batch_id" = '${batch_id}'
)
