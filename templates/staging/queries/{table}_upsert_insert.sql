-- Generated from templates/staging/queries/{table}_upsert_insert.sql: nothing is added twice, however often this runs.
-- DIGDAG_INSERT_LINE
SELECT
{{~ for column in text.output_names ~}}
  f.{{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
FROM {{ text.fresh }} f
WHERE NOT EXISTS (SELECT 1 FROM {{ text.target }} t WHERE t."keyhash" = f."keyhash")
