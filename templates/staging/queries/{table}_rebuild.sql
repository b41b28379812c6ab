-- Generated from templates/staging/queries/{table}_rebuild.sql: all rows of {{ table.target }}, in the types that its columns are to have.
SELECT
{{~ for column in upsert.cast_columns ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
FROM {{ upsert.target }}
