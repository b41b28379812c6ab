-- Generated from templates/staging/queries/{table}_create.sql.
CREATE TABLE IF NOT EXISTS {{ upsert.target }} (
{{~ for column in upsert.output_definitions ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
)
