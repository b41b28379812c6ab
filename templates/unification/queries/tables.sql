-- Generated from templates/unification/queries/tables.sql: the numbers of the tables.
SELECT CAST(t."table_id" AS bigint) AS "table_id", t."table_name"
FROM (
  VALUES
{{~ for table in tables ~}}
    ({{ table.id }}, '{{ table.table }}'){{ if !for.last }},{{ end }}
{{~ end ~}}
) AS t ("table_id", "table_name")
