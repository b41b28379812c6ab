-- Generated from templates/unification/queries/create_schema.sql: what must be there before the first run.
CREATE TABLE IF NOT EXISTS {{ text.exclusion_list }} (
  "key_value" varchar,
  "key_name" varchar,
  "tbls" array(varchar),
  "note" varchar,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS {{ text.prep }} (
  "prep_id" varchar,
{{~ for alias in text.aliases ~}}
  {{ alias }} varchar,
{{~ end ~}}
  "source" varchar,
  "table_id" bigint,
  "first_seen" bigint,
  "last_seen" bigint,
  "ingest_time" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS {{ text.state }} (
  "prep_id" varchar,
  "leader_ns" bigint,
  "leader_id" varchar,
  "published_at" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS {{ text.lookup }} (
  "{{ plan.method_column }}" varchar,
  "id" varchar,
  "id_key_type" bigint,
  "{{ plan.method_column }}_first_seen_at" bigint,
  "{{ plan.method_column }}_last_seen_at" bigint,
  "id_first_seen_at" bigint,
  "id_last_seen_at" bigint,
  "id_source_table_ids" array(bigint),
  "id_last_processed_at" bigint,
  "leader_id" varchar,
  "leader_ns" bigint,
  {{ text.id }} varchar,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS {{ text.merge_split_log }} (
  "change" varchar,
  "old_{{ plan.id_name }}" varchar,
  "new_{{ plan.id_name }}" varchar,
  "ids" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS {{ text.source_key_stats }} (
  "from_table" varchar,
  "total_distinct" bigint,
{{~ for key in keys ~}}
  "distinct_{{ key.name }}" bigint,
{{~ end ~}}
  "time" bigint
);
CREATE TABLE IF NOT EXISTS {{ text.result_key_stats }} (
  "from_table" varchar,
  "total_distinct" bigint,
{{~ for key in keys ~}}
  "distinct_with_{{ key.name }}" bigint,
  "histogram_{{ key.name }}" varchar,
{{~ end ~}}
  "time" bigint
)
