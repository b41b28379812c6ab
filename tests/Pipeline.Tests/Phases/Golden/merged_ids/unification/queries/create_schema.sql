-- Generated from templates/unification/queries/create_schema.sql: what must be there before the first run.
CREATE TABLE IF NOT EXISTS "acme_config"."exclusion_list" (
  "key_value" varchar,
  "key_name" varchar,
  "tbls" array(varchar),
  "note" varchar,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_prep" (
  "prep_id" varchar,
  "customer_id" varchar,
  "household" varchar,
  "source" varchar,
  "table_id" bigint,
  "first_seen" bigint,
  "last_seen" bigint,
  "ingest_time" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_resolved" (
  "prep_id" varchar,
  "leader_ns" bigint,
  "leader_id" varchar,
  "published_at" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_unified_id_lookup" (
  "canonical_id" varchar,
  "id" varchar,
  "id_key_type" bigint,
  "canonical_id_first_seen_at" bigint,
  "canonical_id_last_seen_at" bigint,
  "id_first_seen_at" bigint,
  "id_last_seen_at" bigint,
  "id_source_table_ids" array(bigint),
  "id_last_processed_at" bigint,
  "leader_id" varchar,
  "leader_ns" bigint,
  "unified_id" varchar,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_merge_split_log" (
  "change" varchar,
  "old_unified_id" varchar,
  "new_unified_id" varchar,
  "ids" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."unified_id_source_key_stats" (
  "from_table" varchar,
  "total_distinct" bigint,
  "distinct_customer_id" bigint,
  "distinct_household" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."unified_id_result_key_stats" (
  "from_table" varchar,
  "total_distinct" bigint,
  "distinct_with_customer_id" bigint,
  "histogram_customer_id" varchar,
  "distinct_with_household" bigint,
  "histogram_household" varchar,
  "time" bigint
)
