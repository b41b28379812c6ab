-- Generated from templates/staging/queries/{table}_transform.sql.
-- {{ table.union_table }} → {{ table.target }}: clean, then join, then one row per key. "time" is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
{{~ for column in text.source_columns ~}}
    s.{{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
  FROM {{ text.source }} s
{{~ if table.incremental && table.has_origin ~}}
  JOIN {{ text.window }} w
    ON w."origin" = COALESCE(s."record_origin", 'inc') AND s."time" > w."lo" AND s."time" <= w."hi"
{{~ else if table.incremental ~}}
  JOIN {{ text.window }} w ON s."time" > w."lo" AND s."time" <= w."hi"
{{~ end ~}}
{{~ if table.incremental ~}}
  WHERE s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
{{~ end ~}}
),
cleaned AS (
  SELECT
{{~ for line in text.layers[0] ~}}
    {{ line }}{{ if !for.last }},{{ end }}
{{~ end ~}}
  FROM source
),
standardised AS (
  SELECT *
{{~ for line in text.layers[1] ~}}
    , {{ line }}
{{~ end ~}}
  FROM cleaned
),
hashed AS (
  SELECT *
{{~ for line in text.layers[2] ~}}
    , {{ line }}
{{~ end ~}}
    , '{{ table.source_system }}' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
{{~ for line in text.join_selects ~}}
    , {{ line }}
{{~ end ~}}
  FROM hashed h
{{~ for line in text.join_clauses ~}}
  {{ line }}
{{~ end ~}}
)
{{- if table.has_dedup -}}
,
fingerprinted AS (
  SELECT *, {{ text.row_hash }} AS "rowhash"
  FROM joined
{{~ if text.drops_null_keys ~}}
  WHERE NOT ({{ text.all_keys_null }})
{{~ end ~}}
),
keyed AS (
  SELECT *, {{ text.key_hash }} AS "keyhash"
  FROM fingerprinted
),
ranked AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY {{ text.order }}) AS "key_rank"
  FROM keyed
)
{{- end }}
SELECT
{{~ for column in text.output_names ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
{{~ if table.has_dedup ~}}
FROM ranked
WHERE "key_rank" = 1
{{~ else ~}}
FROM joined
{{~ end ~}}
