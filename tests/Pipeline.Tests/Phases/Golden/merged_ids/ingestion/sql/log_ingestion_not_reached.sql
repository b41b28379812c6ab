-- For an object that the run stopped before: parallel objects go in groups, and a failed group ends the run.
INSERT INTO "acme_src"."ingestion_log"
  ("log_id", "pipeline_id", "source_name", "workflow_name", "object_name", "table_name", "run_mode", "status",
   "start_time", "end_time", "window_start", "window_end", "records_loaded", "records_processed", "error_message",
   "job_id", "job_url", "session_id", "attempt_id", "time")
SELECT
  '${session_uuid}-${datasource.name}-not-reached', 'acme_ingestion', '${datasource.source_name}',
  '${datasource.workflow_name}',
  '${datasource.name}', '${datasource.table_name}', '${run_mode}', 'skipped',
  CAST(NULL AS bigint), CAST(to_unixtime(now()) AS bigint),
  CAST(NULL AS bigint), CAST(NULL AS bigint), CAST(0 AS bigint), CAST(0 AS bigint),
  'Nothing was loaded: the run failed at another object, or there was nothing to do.',
  CAST(NULL AS varchar), CAST(NULL AS varchar), '${session_id}', '${attempt_id}',
  CAST(to_unixtime(now()) AS bigint)
WHERE NOT EXISTS (
  SELECT 1 FROM "acme_src"."ingestion_log" WHERE "session_id" = '${session_id}' AND "source_name" = '${datasource.source_name}'
    AND "object_name" = '${datasource.name}'
)
