-- Generated from templates/unification/queries/log_failure.sql: what stopped a run, for whoever looks the next morning.
CREATE TABLE IF NOT EXISTS "acme_unif"."unification_log" ("workflow" varchar, "message" varchar, "session_id" varchar, "time" bigint);
INSERT INTO "acme_unif"."unification_log" ("workflow", "message", "session_id", "time")
VALUES (
  'unif_runner',
  '${(error.message || '').replace(/'/g, "''").replace(/\s+/g, ' ').slice(0, 1000)}',
  '${session_id}',
  CAST(${session_unixtime} AS bigint)
)
