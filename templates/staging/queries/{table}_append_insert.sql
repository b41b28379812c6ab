-- Generated from templates/staging/queries/{table}_append_insert.sql: the batch, once.
-- DIGDAG_INSERT_LINE
SELECT
{{~ for column in upsert.output_names ~}}
  w.{{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
FROM {{ upsert.work }} w
WHERE NOT EXISTS (
  SELECT 1
  FROM {{ upsert.target }} t
  WHERE {{ for condition in upsert.unfinished_rows }}({{ condition }}){{ if !for.last }}
    OR {{ end }}{{ end }}
)
