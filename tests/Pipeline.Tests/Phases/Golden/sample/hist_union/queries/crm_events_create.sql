CREATE TABLE IF NOT EXISTS "acme_src"."crm_events_hist_union" (
  "id" varchar,
  "email" varchar,
  "value" double,
  "record_origin" varchar,
  "union_batch_id" varchar,
  "time" bigint
)
