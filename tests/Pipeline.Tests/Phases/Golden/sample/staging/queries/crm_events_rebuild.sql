-- Generated from templates/staging/queries/{table}_rebuild.sql: all rows of crm_events_stg, in the types that its columns are to have.
SELECT
  CAST("id" AS varchar) AS "id",
  CAST("email" AS varchar) AS "email",
  CAST("email_std" AS varchar) AS "email_std",
  CAST("email_hash" AS varchar) AS "email_hash",
  CAST("email_valid" AS varchar) AS "email_valid",
  CAST("metric" AS varchar) AS "metric",
  CAST("value" AS double) AS "value",
  CAST("event_properties" AS varchar) AS "event_properties",
  CAST("event_properties_value" AS varchar) AS "event_properties_value",
  CAST("event_properties_billing_country" AS varchar) AS "event_properties_billing_country",
  "event_properties_items",
  CAST("datetime" AS varchar) AS "datetime",
  CAST("datetime_std" AS varchar) AS "datetime_std",
  CAST("datetime_unixtime" AS bigint) AS "datetime_unixtime",
  CAST("datetime_date" AS varchar) AS "datetime_date",
  CAST("record_origin" AS varchar) AS "record_origin",
  CAST("time" AS bigint) AS "time",
  CAST("source_system" AS varchar) AS "source_system",
  CAST("load_timestamp" AS varchar) AS "load_timestamp"
FROM "acme_stg"."crm_events_stg"
