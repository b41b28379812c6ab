-- Generated from templates/unification/queries/prep_{table}.sql: the keys that stand together in a row of {{ table.table }}.
SELECT
{{~ for column in table.aliases ~}}
  {{ column }},
{{~ end ~}}
  '{{ table.table }}' AS "source",
  MIN("time") AS "first_seen",
  MAX("time") AS "last_seen"
FROM (
  SELECT
{{~ for column in table.columns ~}}
    {{ column }},
{{~ end ~}}
    "time"
  FROM {{ table.source }}
) keys
WHERE {{ table.any_alias }}
GROUP BY {{ table.aliases | array.join ', ' }}
