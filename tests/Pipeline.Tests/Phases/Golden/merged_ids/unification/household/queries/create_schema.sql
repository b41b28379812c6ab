-- Generated from templates/unification/queries/create_schema.sql: what must be there before the first run.
CREATE TABLE IF NOT EXISTS "acme_config"."exclusion_list" (
  "key_value" varchar,
  "key_name" varchar,
  "tbls" array(varchar),
  "note" varchar,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_household_prep" (
  "prep_id" varchar,
  "email" varchar,
  "phone" varchar,
  "source" varchar,
  "table_id" bigint,
  "first_seen" bigint,
  "last_seen" bigint,
  "ingest_time" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_household_resolved" (
  "prep_id" varchar,
  "leader_ns" bigint,
  "leader_id" varchar,
  "published_at" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_household_lookup" (
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
  "household" varchar,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."acme_customer_360_household_merge_split_log" (
  "change" varchar,
  "old_household" varchar,
  "new_household" varchar,
  "ids" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."household_source_key_stats" (
  "from_table" varchar,
  "total_distinct" bigint,
  "distinct_email" bigint,
  "distinct_phone" bigint,
  "time" bigint
);
CREATE TABLE IF NOT EXISTS "acme_unif"."household_result_key_stats" (
  "from_table" varchar,
  "total_distinct" bigint,
  "distinct_with_email" bigint,
  "histogram_email" varchar,
  "distinct_with_phone" bigint,
  "histogram_phone" varchar,
  "time" bigint
)
