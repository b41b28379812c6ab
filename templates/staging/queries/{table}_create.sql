-- Generated from templates/staging/queries/{table}_create.sql: {{ table.target }}, and the columns it has gained since.
CREATE TABLE IF NOT EXISTS {{ text.target }} (
{{~ for column in text.output_definitions ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
);
{{~ for column in text.output_definitions ~}}
ALTER TABLE IF EXISTS {{ text.target }} ADD COLUMN IF NOT EXISTS {{ column }};
{{~ end ~}}
