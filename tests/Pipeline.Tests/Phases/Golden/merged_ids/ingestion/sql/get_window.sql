-- The window ends at the session's time, which is the same however often the session is tried.
SELECT
  "w"."watermark" AS "watermark",
  "w"."watermark" - ${datasource.overlap_seconds} AS "window_from",
  ${session_unixtime} AS "window_to"
FROM (
  SELECT COALESCE(MAX("inc_value"), ${datasource.default_start_unixtime}) AS "watermark"
  FROM "acme_config"."inc_log"
  WHERE "project_name" = 'ingestion'
    AND "database_name" = 'acme_src'
    AND "table_name" = '${datasource.table_name}'
) "w"
