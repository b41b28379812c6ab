-- Written when the rows are in the table; it is also what tells that a range of the history is done.
INSERT INTO "acme_src"."ingestion_log"
  ("log_id", "pipeline_id", "source_name", "workflow_name", "object_name", "table_name", "run_mode", "status",
   "start_time", "end_time", "window_start", "window_end", "records_loaded", "records_processed", "error_message",
   "job_id", "job_url", "session_id", "attempt_id", "time")
SELECT
  '${log_id}', 'acme_ingestion', '${datasource.source_name}', '${datasource.workflow_name}',
  '${datasource.name}', '${datasource.table_name}', '${run_mode}', 'success',
  (SELECT MIN("start_time") FROM "acme_src"."ingestion_log" WHERE "log_id" = '${log_id}' AND "status" = 'started'),
  CAST(to_unixtime(now()) AS bigint),
  ${window_start}, ${window_end}, COALESCE(${records}, 0), COALESCE(${records}, 0),
  CAST(NULL AS varchar),
  '${td.last_job.id}', CAST(NULL AS varchar), '${session_id}', '${attempt_id}',
  CAST(to_unixtime(now()) AS bigint)
WHERE NOT EXISTS (
  SELECT 1 FROM "acme_src"."ingestion_log" WHERE "log_id" = '${log_id}' AND "status" = 'success'
)
