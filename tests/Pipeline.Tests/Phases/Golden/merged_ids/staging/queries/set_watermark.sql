-- Generated from templates/staging/queries/set_watermark.sql: what was read, as it was decided before reading.
INSERT INTO "acme_config"."inc_log"
  ("project_name", "database_name", "table_name", "inc_value", "batch_id", "session_id", "time")
SELECT
  'staging',
  '${tbl.source_db}',
  '${tbl.union_table}.' || w."origin",
  w."hi",
  '${session_uuid}',
  '${session_id}',
  CAST(${session_unixtime} AS bigint)
FROM "acme_stg"."${tbl.window_table}" w
WHERE w."hi" > w."lo"
  AND NOT EXISTS (
    SELECT 1
    FROM "acme_config"."inc_log" l
    WHERE l."project_name" = 'staging'
      AND l."database_name" = '${tbl.source_db}'
      AND l."table_name" = '${tbl.union_table}.' || w."origin"
      AND l."inc_value" = w."hi"
  )
