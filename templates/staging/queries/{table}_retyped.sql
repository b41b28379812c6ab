-- Generated from templates/staging/queries/{table}_retyped.sql: a row when a column of {{ table.target }} is narrower than it is to be.
SELECT 'retyped' AS "state"
FROM (
  VALUES
{{~ for output in upsert.outputs ~}}
    ('{{ output.name }}', '{{ output.type }}'){{ if !for.last }},{{ end }}
{{~ end ~}}
) e ("column_name", "column_type")
JOIN "information_schema"."columns" c ON c."column_name" = e."column_name"
WHERE c."table_schema" = '{{ table.staging_database }}' AND c."table_name" = '{{ table.target }}'
  AND (c."data_type" = 'bigint' AND e."column_type" IN ('double', 'varchar')
    OR c."data_type" = 'double' AND e."column_type" = 'varchar')
LIMIT 1
