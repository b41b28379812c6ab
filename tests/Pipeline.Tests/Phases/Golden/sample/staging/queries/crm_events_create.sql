-- Generated from templates/staging/queries/{table}_create.sql: crm_events_stg, and the columns it has gained since.
CREATE TABLE IF NOT EXISTS "acme_stg"."crm_events_stg" (
  "id" varchar,
  "email" varchar,
  "email_std" varchar,
  "email_hash" varchar,
  "email_valid" varchar,
  "metric" varchar,
  "value" double,
  "event_properties" varchar,
  "event_properties_value" varchar,
  "event_properties_billing_country" varchar,
  "event_properties_items" array(varchar),
  "datetime" varchar,
  "datetime_std" varchar,
  "datetime_unixtime" bigint,
  "datetime_date" varchar,
  "record_origin" varchar,
  "time" bigint,
  "source_system" varchar,
  "load_timestamp" varchar
);
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "id" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "email" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "email_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "email_hash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "email_valid" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "metric" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "value" double;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "event_properties" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "event_properties_value" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "event_properties_billing_country" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "event_properties_items" array(varchar);
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "datetime" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "datetime_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "datetime_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "datetime_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "record_origin" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "time" bigint;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "source_system" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_events_stg" ADD COLUMN IF NOT EXISTS "load_timestamp" varchar;
