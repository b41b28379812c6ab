-- A row where the table still lacks a column, or holds one in a type that has become too narrow: asked again after the
-- rebuild it has none, so what the sides have brought since then stays.
SELECT DISTINCT "c"."table_name" AS "table_name"
FROM "information_schema"."columns" "c"
CROSS JOIN (
  VALUES
{{~ for column in outgrown ~}}
    ({{ column.name | sql_text }}, {{ column.type | sql_text }}){{ if !for.last }},{{ end }}
{{~ end ~}}
) "wanted" ("column_name", "old_type")
WHERE "c"."table_schema" = '{{ database }}'
  AND "c"."table_name" = '{{ target_table }}'
  AND (
    ("wanted"."old_type" <> '' AND "c"."column_name" = "wanted"."column_name" AND "c"."data_type" = "wanted"."old_type")
    OR ("wanted"."old_type" = '' AND NOT EXISTS (
      SELECT 1 FROM "information_schema"."columns" "k"
      WHERE "k"."table_schema" = '{{ database }}' AND "k"."table_name" = '{{ target_table }}' AND "k"."column_name" = "wanted"."column_name"))
  )
