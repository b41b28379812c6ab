-- Generated from templates/staging/queries/{table}_retyped.sql: a row when a column of shop_customers_stg is narrower than it is to be.
SELECT 'retyped' AS "state"
FROM (
  VALUES
    ('id', 'varchar'),
    ('email', 'varchar'),
    ('email_std', 'varchar'),
    ('email_hash', 'varchar'),
    ('email_valid', 'varchar'),
    ('phone', 'varchar'),
    ('phone_std', 'varchar'),
    ('phone_hash', 'varchar'),
    ('phone_valid', 'varchar'),
    ('first_name', 'varchar'),
    ('created_at', 'varchar'),
    ('created_at_std', 'varchar'),
    ('created_at_unixtime', 'bigint'),
    ('created_at_date', 'varchar'),
    ('updated_at', 'varchar'),
    ('updated_at_std', 'varchar'),
    ('updated_at_unixtime', 'bigint'),
    ('updated_at_date', 'varchar'),
    ('properties', 'varchar'),
    ('record_origin', 'varchar'),
    ('time', 'bigint'),
    ('source_system', 'varchar'),
    ('load_timestamp', 'varchar')
) e ("column_name", "column_type")
JOIN "information_schema"."columns" c ON c."column_name" = e."column_name"
WHERE c."table_schema" = 'acme_stg' AND c."table_name" = 'shop_customers_stg'
  AND (c."data_type" = 'bigint' AND e."column_type" IN ('double', 'varchar')
    OR c."data_type" = 'double' AND e."column_type" = 'varchar')
LIMIT 1
