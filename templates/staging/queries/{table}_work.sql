-- Generated from templates/staging/queries/{table}_work.sql: an empty table for the batch, with its columns, before Hive fills it.
DROP TABLE IF EXISTS {{ upsert.work }};
CREATE TABLE {{ upsert.work }} (
{{~ for column in upsert.output_definitions ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
);
