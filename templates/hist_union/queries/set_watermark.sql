-- What was read before the copy, not what is there now. Only forward, and only once; a side without rows has none.
INSERT INTO {{ inc_log }}
  ("project_name", "database_name", "table_name", "inc_value", "batch_id", "session_id", "time")
SELECT
  'hist_union', '{{ source_database }}', '${side.table_name}', CAST(${watermark_value} AS bigint), '${batch_id}',
  '${session_id}', CAST(to_unixtime(now()) AS bigint)
WHERE ${watermark_value} > 0
  AND NOT EXISTS (
    SELECT 1 FROM {{ inc_log }}
    WHERE "project_name" = 'hist_union'
      AND "database_name" = '{{ source_database }}'
      AND "table_name" = '${side.table_name}'
      AND "inc_value" >= ${watermark_value}
  )
