-- Generated from templates/staging/queries/window_start.sql: the first second that any origin has not read.
SELECT MIN("lo") AS "${tbl.name}_from"
FROM "acme_stg"."${tbl.window_table}"
