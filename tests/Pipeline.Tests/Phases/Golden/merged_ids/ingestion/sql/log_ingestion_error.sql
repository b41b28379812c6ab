-- The message is cut, laid on one line and its quotes doubled, so that it stays a message.
INSERT INTO "acme_src"."ingestion_log"
  ("log_id", "pipeline_id", "source_name", "workflow_name", "object_name", "table_name", "run_mode", "status",
   "start_time", "end_time", "window_start", "window_end", "records_loaded", "records_processed", "error_message",
   "job_id", "job_url", "session_id", "attempt_id", "time")
SELECT
  '${log_id}', 'acme_ingestion', '${datasource.source_name}', '${datasource.workflow_name}',
  '${datasource.name}', '${datasource.table_name}', '${run_mode}', 'error',
  (SELECT MIN("start_time") FROM "acme_src"."ingestion_log" WHERE "log_id" = '${log_id}' AND "status" = 'started'),
  CAST(to_unixtime(now()) AS bigint),
  (SELECT MAX("window_start") FROM "acme_src"."ingestion_log" WHERE "log_id" = '${log_id}' AND "status" = 'started'),
  (SELECT MAX("window_end") FROM "acme_src"."ingestion_log" WHERE "log_id" = '${log_id}' AND "status" = 'started'),
  CAST(0 AS bigint), CAST(0 AS bigint),
  '${String(error.message || '').substring(0, 1000).replace(/[\r\n]+/g, ' ').replace(/'/g, "''")}',
  '${td.last_job ? td.last_job.id : ''}', CAST(NULL AS varchar), '${session_id}', '${attempt_id}',
  CAST(to_unixtime(now()) AS bigint)
WHERE NOT EXISTS (
  SELECT 1 FROM "acme_src"."ingestion_log" WHERE "attempt_id" = '${attempt_id}' AND "log_id" = '${log_id}' AND "status" = 'error'
)
