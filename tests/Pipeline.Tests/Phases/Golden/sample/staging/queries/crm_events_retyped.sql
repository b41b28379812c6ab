-- Generated from templates/staging/queries/{table}_retyped.sql: a row when a column of crm_events_stg is narrower than it is to be.
SELECT 'retyped' AS "state"
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
JOIN "information_schema"."columns" c ON c."column_name" = e."column_name"
WHERE c."table_schema" = 'acme_stg' AND c."table_name" = 'crm_events_stg'
  AND (c."data_type" = 'bigint' AND e."column_type" IN ('double', 'varchar')
    OR c."data_type" = 'double' AND e."column_type" = 'varchar')
LIMIT 1
