-- Only forward, and only once.
INSERT INTO "acme_config"."inc_log"
  ("project_name", "database_name", "table_name", "inc_value", "batch_id", "session_id", "time")
SELECT
  'ingestion', 'acme_src', '${watermark_table}', CAST(${watermark_value} AS bigint), '${batch_id}', '${session_id}',
  CAST(to_unixtime(now()) AS bigint)
WHERE NOT EXISTS (
  SELECT 1 FROM "acme_config"."inc_log"
  WHERE "project_name" = 'ingestion'
    AND "database_name" = 'acme_src'
    AND "table_name" = '${watermark_table}'
    AND "inc_value" >= ${watermark_value}
)
