SELECT COUNT(*) AS "done"
FROM "acme_src"."ingestion_log"
WHERE "source_name" = '${datasource.source_name}'
  AND "object_name" = '${datasource.name}'
  AND "table_name" = '${datasource.table_name}'
  AND "run_mode" = 'historical'
  AND "status" = 'success'
  AND "window_start" <= ${window_start}
  AND "window_end" >= ${window_end}
