-- Generated from templates/staging/queries/{table}_retyped.sql: a row when a column of shop_orders_stg is narrower than it is to be.
SELECT 'retyped' AS "state"
FROM (
  VALUES
    ('id', 'bigint'),
    ('customer_id', 'varchar'),
    ('email', 'varchar'),
    ('email_std', 'varchar'),
    ('email_hash', 'varchar'),
    ('email_valid', 'varchar'),
    ('total_price', 'double'),
    ('ordered_on', 'varchar'),
    ('ordered_on_std', 'varchar'),
    ('ordered_on_unixtime', 'bigint'),
    ('ordered_on_date', 'varchar'),
    ('updated_at', 'varchar'),
    ('updated_at_std', 'varchar'),
    ('updated_at_unixtime', 'bigint'),
    ('updated_at_date', 'varchar'),
    ('record_origin', 'varchar'),
    ('time', 'bigint'),
    ('source_system', 'varchar'),
    ('load_timestamp', 'varchar')
) e ("column_name", "column_type")
JOIN "information_schema"."columns" c ON c."column_name" = e."column_name"
WHERE c."table_schema" = 'acme_stg' AND c."table_name" = 'shop_orders_stg'
  AND (c."data_type" = 'bigint' AND e."column_type" IN ('double', 'varchar')
    OR c."data_type" = 'double' AND e."column_type" = 'varchar')
LIMIT 1
