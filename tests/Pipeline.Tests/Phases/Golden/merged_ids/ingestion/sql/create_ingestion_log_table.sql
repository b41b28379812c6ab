-- One row when a load begins and one when it ends, with the same log_id; status is started, success, error or skipped.
CREATE TABLE IF NOT EXISTS "acme_src"."ingestion_log" (
  "log_id" varchar,
  "pipeline_id" varchar,
  "source_name" varchar,
  "workflow_name" varchar,
  "object_name" varchar,
  "table_name" varchar,
  "run_mode" varchar,
  "status" varchar,
  "start_time" bigint,
  "end_time" bigint,
  "window_start" bigint,
  "window_end" bigint,
  "records_loaded" bigint,
  "records_processed" bigint,
  "error_message" varchar,
  "job_id" varchar,
  "job_url" varchar,
  "session_id" varchar,
  "attempt_id" varchar,
  "time" bigint
)
