-- Generated from templates/staging/queries/{table}_missing.sql: the columns that {{ table.target }} does not have yet.
SELECT e."column_name", e."column_type"
FROM (
  VALUES
{{~ for output in upsert.outputs ~}}
    ('{{ output.name }}', '{{ output.type }}'){{ if !for.last }},{{ end }}
{{~ end ~}}
) e ("column_name", "column_type")
WHERE e."column_name" NOT IN (
  SELECT c."column_name"
  FROM "information_schema"."columns" c
  WHERE c."table_schema" = '{{ table.staging_database }}' AND c."table_name" = '{{ table.target }}'
)
