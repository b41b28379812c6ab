-- What was read before the copy, not what is there now. Only forward, and only once; a side without rows has none.
INSERT INTO "acme_config"."inc_log"
  ("project_name", "database_name", "table_name", "inc_value", "batch_id", "session_id", "time")
SELECT
  'hist_union', 'acme_src', '${side.table_name}', CAST(${watermark_value} AS bigint), '${batch_id}',
  '${session_id}', CAST(to_unixtime(now()) AS bigint)
WHERE ${watermark_value} > 0
  AND NOT EXISTS (
    SELECT 1 FROM "acme_config"."inc_log"
    WHERE "project_name" = 'hist_union'
      AND "database_name" = 'acme_src'
      AND "table_name" = '${side.table_name}'
      AND "inc_value" >= ${watermark_value}
  )
