-- Generated from templates/staging/queries/add_column.sql: a column that the source has gained.
ALTER TABLE "acme_stg"."${tbl.staging_table}" ADD COLUMN IF NOT EXISTS "${td.each.column_name}" ${td.each.column_type}
