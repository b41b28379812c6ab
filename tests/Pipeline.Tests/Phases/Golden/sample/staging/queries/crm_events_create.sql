-- Generated from templates/staging/queries/{table}_create.sql.
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
)
