-- Generated from templates/staging/queries/{table}_append_insert.sql: the batch, once.
-- DIGDAG_INSERT_LINE
SELECT
{{~ for column in text.output_names ~}}
  w.{{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
FROM {{ text.work }} w
WHERE NOT EXISTS (
  SELECT 1
  FROM {{ text.target }} t
  WHERE {{ for condition in text.unfinished_rows }}({{ condition }}){{ if !for.last }}
    OR {{ end }}{{ end }}
)
