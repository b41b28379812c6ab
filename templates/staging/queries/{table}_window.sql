-- Generated from templates/staging/queries/{table}_window.sql.
-- How far each origin of {{ table.union_table }} was read ("lo") and how far it will be read now ("hi").
SELECT o."origin", COALESCE(l."lo", 0) AS "lo", o."hi"
FROM (
{{~ if table.has_origin ~}}
  SELECT COALESCE("record_origin", 'inc') AS "origin", MAX("time") AS "hi"
  FROM {{ upsert.source }}
  GROUP BY COALESCE("record_origin", 'inc')
{{~ else ~}}
  SELECT 'all' AS "origin", MAX("time") AS "hi"
  FROM {{ upsert.source }}
  HAVING COUNT(*) > 0
{{~ end ~}}
) o
LEFT JOIN (
  SELECT "table_name", COALESCE(MAX("inc_value"), 0) AS "lo"
  FROM {{ upsert.inc_log }}
  WHERE "project_name" = 'staging' AND "database_name" = '{{ table.source_database }}'
  GROUP BY "table_name"
) l ON l."table_name" = '{{ table.union_table }}.' || o."origin"
