-- Generated from templates/unification/queries/master_table.sql: one row per person.
WITH persons AS (
  SELECT
    {{ text.id }},
    MIN("id_first_seen_at") AS "first_seen_at",
    MAX("id_last_seen_at") AS "last_seen_at",
    COUNT(*) AS "ids"
{{~ if !master.has_attributes ~}}
{{~ for column in master.best_keys ~}}
    , {{ column }}
{{~ end ~}}
{{~ end ~}}
  FROM {{ text.lookup }}
  GROUP BY {{ text.id }}
)
{{- if master.has_sources -}}
,
stamped AS (
{{~ for source in master.sources ~}}
  SELECT
    {{ text.id }}
{{~ for value in source.values ~}}
    , {{ value }}
{{~ end ~}}
  FROM {{ source.table }}
  WHERE {{ text.id }} IS NOT NULL
{{~ if !for.last ~}}
  UNION ALL
{{~ end ~}}
{{~ end ~}}
),
winners AS (
  SELECT
    {{ text.id }}
{{~ for value in master.winners ~}}
    , {{ value }}
{{~ end ~}}
  FROM stamped
  GROUP BY {{ text.id }}
)
{{- end }}
{{ if master.has_attributes -}}
SELECT
  p.{{ text.id }},
{{~ for attribute in master.attributes ~}}
  {{ attribute }},
{{~ end ~}}
  p."first_seen_at",
  p."last_seen_at",
  p."ids",
  {{ plan.run }} AS "time"
FROM persons p
{{~ if master.has_sources ~}}
LEFT JOIN winners w ON w.{{ text.id }} = p.{{ text.id }}
{{~ end ~}}
{{~ else ~}}
SELECT *, {{ plan.run }} AS "time"
FROM persons
{{~ end ~}}
