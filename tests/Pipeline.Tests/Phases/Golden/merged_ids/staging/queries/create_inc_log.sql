-- Generated from templates/staging/queries/create_inc_log.sql: how far each phase has read each table.
CREATE TABLE IF NOT EXISTS "acme_config"."inc_log" (
  "project_name" varchar,
  "database_name" varchar,
  "table_name" varchar,
  "inc_value" bigint,
  "batch_id" varchar,
  "session_id" varchar,
  "time" bigint
)
