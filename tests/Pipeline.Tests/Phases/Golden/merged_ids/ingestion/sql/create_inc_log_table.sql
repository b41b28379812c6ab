-- Watermarks of all phases. Rows are only added; the greatest inc_value of (project, database, table) holds.
CREATE TABLE IF NOT EXISTS "acme_config"."inc_log" (
  "project_name" varchar,
  "database_name" varchar,
  "table_name" varchar,
  "inc_value" bigint,
  "batch_id" varchar,
  "session_id" varchar,
  "time" bigint
)
