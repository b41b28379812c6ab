-- Generated from templates/staging/queries/{table}_upsert_fresh.sql.
-- Of the batch, the rows that win against the row of the same key in crm_events_stg.
SELECT
  "id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "metric",
  "value",
  "event_properties",
  "event_properties_value",
  "event_properties_billing_country",
  "event_properties_items",
  "datetime",
  "datetime_std",
  "datetime_unixtime",
  "datetime_date",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp",
  "rowhash",
  "keyhash"
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "datetime_unixtime" DESC NULLS LAST, "time" DESC, "rowhash", "from_batch" DESC) AS "key_rank"
  FROM (
    SELECT
      "id",
      "email",
      "email_std",
      "email_hash",
      "email_valid",
      "metric",
      "value",
      "event_properties",
      "event_properties_value",
      "event_properties_billing_country",
      "event_properties_items",
      "datetime",
      "datetime_std",
      "datetime_unixtime",
      "datetime_date",
      "record_origin",
      "time",
      "source_system",
      "load_timestamp",
      "rowhash",
      "keyhash",
      1 AS "from_batch"
    FROM "acme_stg"."crm_events_stg_work"
    UNION ALL
    SELECT
      "id",
      "email",
      "email_std",
      "email_hash",
      "email_valid",
      "metric",
      "value",
      "event_properties",
      "event_properties_value",
      "event_properties_billing_country",
      "event_properties_items",
      "datetime",
      "datetime_std",
      "datetime_unixtime",
      "datetime_date",
      "record_origin",
      "time",
      "source_system",
      "load_timestamp",
      "rowhash",
      "keyhash",
      0 AS "from_batch"
    FROM "acme_stg"."crm_events_stg"
    WHERE "keyhash" IN (SELECT "keyhash" FROM "acme_stg"."crm_events_stg_work")
  ) both
) ranked
WHERE "key_rank" = 1 AND "from_batch" = 1
