-- Generated from templates/staging/queries/{table}_window.sql.
-- How far each origin of {{ table.union_table }} was read ("lo") and how far it will be read now ("hi").
SELECT
  o."origin",
  COALESCE(l."lo", 0) AS "lo",
{{~ if table.safety_lag > 0 ~}}
  -- Of the last {{ table.safety_lag }} seconds more rows may come: they wait for the next run.
  GREATEST(COALESCE(l."lo", 0), LEAST(o."hi", CAST(to_unixtime(now()) AS bigint) - {{ table.safety_lag }})) AS "hi"
{{~ else ~}}
  o."hi"
{{~ end ~}}
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
