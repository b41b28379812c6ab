-- Generated from templates/staging/queries/{table}_upsert_insert.sql: nothing is added twice, however often this runs.
-- DIGDAG_INSERT_LINE
SELECT
{{~ for column in upsert.output_names ~}}
  f.{{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
FROM {{ upsert.fresh }} f
WHERE NOT EXISTS (SELECT 1 FROM {{ upsert.target }} t WHERE t."keyhash" = f."keyhash")
