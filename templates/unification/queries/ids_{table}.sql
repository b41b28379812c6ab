-- Generated from templates/unification/queries/ids_{table}.sql: {{ table.table }} with the ids that were found before.
{{~ for step in table.steps ~}}
{{ if for.first }}WITH {{ end }}{{ step.name }} AS (
  SELECT {{ step.join.columns }}, l.{{ step.text.id }}
  FROM (
    SELECT s.*, {{ step.join.valid_keys }}
    FROM (
      SELECT {{ step.join.masked_columns }}
      FROM {{ step.from }} s
    ) s
  ) s
  LEFT JOIN {{ step.text.one_lookup }} l
    ON l."id" = {{ step.join.first_id }}
    AND l."id_key_type" = {{ step.join.first_type }}
){{ if !for.last }},{{ end }}
{{~ end ~}}
SELECT *
FROM {{ table.last }}
