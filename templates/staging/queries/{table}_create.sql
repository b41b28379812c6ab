-- Generated from templates/staging/queries/{table}_create.sql: {{ table.target }}, and the columns it has gained since.
CREATE TABLE IF NOT EXISTS {{ upsert.target }} (
{{~ for column in upsert.output_definitions ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
);
{{~ for column in upsert.output_definitions ~}}
ALTER TABLE IF EXISTS {{ upsert.target }} ADD COLUMN IF NOT EXISTS {{ column }};
{{~ end ~}}
