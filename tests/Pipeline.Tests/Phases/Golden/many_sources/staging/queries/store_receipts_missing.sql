-- Generated from templates/staging/queries/{table}_missing.sql: the columns that store_receipts_stg does not have yet.
SELECT e."column_name", e."column_type"
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
WHERE e."column_name" NOT IN (
  SELECT c."column_name"
  FROM "information_schema"."columns" c
  WHERE c."table_schema" = 'acme_stg' AND c."table_name" = 'store_receipts_stg'
)
