-- The object's own columns come with its first rows.
CREATE TABLE IF NOT EXISTS "{{ database }}"."${datasource.table_name}" (
  "load_batch_id" varchar,
  "time" bigint
)
