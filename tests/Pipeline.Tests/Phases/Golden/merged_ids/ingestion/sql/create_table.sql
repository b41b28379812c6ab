-- The object's own columns come with its first rows.
CREATE TABLE IF NOT EXISTS "acme_src"."${datasource.table_name}" (
  "load_batch_id" varchar,
  "time" bigint
)
