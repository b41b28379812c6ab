-- Generated from templates/staging/queries/{table}_missing.sql: the columns that crm_events_stg does not have yet.
SELECT e."column_name", e."column_type"
FROM (
  VALUES
    ('id', 'varchar'),
    ('email', 'varchar'),
    ('email_std', 'varchar'),
    ('email_hash', 'varchar'),
    ('email_valid', 'varchar'),
    ('metric', 'varchar'),
    ('value', 'double'),
    ('event_properties', 'varchar'),
    ('event_properties_value', 'varchar'),
    ('event_properties_billing_country', 'varchar'),
    ('event_properties_items', 'array(varchar)'),
    ('datetime', 'varchar'),
    ('datetime_std', 'varchar'),
    ('datetime_unixtime', 'bigint'),
    ('datetime_date', 'varchar'),
    ('record_origin', 'varchar'),
    ('time', 'bigint'),
    ('source_system', 'varchar'),
    ('load_timestamp', 'varchar')
) e ("column_name", "column_type")
WHERE e."column_name" NOT IN (
  SELECT c."column_name"
  FROM "information_schema"."columns" c
  WHERE c."table_schema" = 'acme_stg' AND c."table_name" = 'crm_events_stg'
)
