-- Only forward, and only once.
INSERT INTO {{ inc_log }}
  ("project_name", "database_name", "table_name", "inc_value", "batch_id", "session_id", "time")
SELECT
  'ingestion', '{{ database }}', '${watermark_table}', CAST(${watermark_value} AS bigint), '${batch_id}', '${session_id}',
  CAST(to_unixtime(now()) AS bigint)
WHERE NOT EXISTS (
  SELECT 1 FROM {{ inc_log }}
  WHERE "project_name" = 'ingestion'
    AND "database_name" = '{{ database }}'
    AND "table_name" = '${watermark_table}'
    AND "inc_value" >= ${watermark_value}
)
