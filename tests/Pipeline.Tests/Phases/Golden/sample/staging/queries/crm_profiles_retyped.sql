-- Generated from templates/staging/queries/{table}_retyped.sql: a row when a column of crm_profiles_stg is narrower than it is to be.
SELECT 'retyped' AS "state"
FROM (
  VALUES
    ('id', 'varchar'),
    ('email', 'varchar'),
    ('email_std', 'varchar'),
    ('email_hash', 'varchar'),
    ('email_valid', 'varchar'),
    ('phone_number', 'varchar'),
    ('phone_number_std', 'varchar'),
    ('phone_number_hash', 'varchar'),
    ('phone_number_valid', 'varchar'),
    ('first_name', 'varchar'),
    ('last_name', 'varchar'),
    ('city', 'varchar'),
    ('birthday', 'varchar'),
    ('birthday_std', 'varchar'),
    ('birthday_unixtime', 'bigint'),
    ('birthday_date', 'varchar'),
    ('subscribed', 'varchar'),
    ('properties', 'varchar'),
    ('properties_loyalty_tier', 'varchar'),
    ('properties_loyalty_points', 'varchar'),
    ('properties_tags', 'array(varchar)'),
    ('created', 'varchar'),
    ('created_std', 'varchar'),
    ('created_unixtime', 'bigint'),
    ('created_date', 'varchar'),
    ('updated', 'varchar'),
    ('updated_std', 'varchar'),
    ('updated_unixtime', 'bigint'),
    ('updated_date', 'varchar'),
    ('cluster', 'varchar'),
    ('record_origin', 'varchar'),
    ('time', 'bigint'),
    ('source_system', 'varchar'),
    ('load_timestamp', 'varchar'),
    ('rowhash', 'varchar'),
    ('keyhash', 'varchar')
) e ("column_name", "column_type")
JOIN "information_schema"."columns" c ON c."column_name" = e."column_name"
WHERE c."table_schema" = 'acme_stg' AND c."table_name" = 'crm_profiles_stg'
  AND (c."data_type" = 'bigint' AND e."column_type" IN ('double', 'varchar')
    OR c."data_type" = 'double' AND e."column_type" = 'varchar')
LIMIT 1
