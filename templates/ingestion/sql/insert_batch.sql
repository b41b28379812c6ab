-- By name: a column that the source has added is added to the table. Asked twice, it inserts once.
SELECT *, '${batch_id}' AS "load_batch_id"
FROM "{{ database }}"."${datasource.load_table}"
WHERE NOT EXISTS (
  SELECT 1 FROM "{{ database }}"."${datasource.table_name}" WHERE "load_batch_id" = '${batch_id}'
)
