-- Generated from templates/staging/queries/{table}_transform.sql.
-- {{ table.union_table }} → {{ table.target }}: clean, then join, then one row per key. time is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
{{~ for column in text.source_columns ~}}
    s.{{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
  FROM {{ text.source }} s
{{~ if table.incremental ~}}
  JOIN {{ text.window }} w ON w.{{ text.window_origin }} = {{ text.origin }}
  WHERE s.{{ text.time }} > w.{{ text.low }} AND s.{{ text.time }} <= w.{{ text.high }}
    AND s.{{ text.time }} >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
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
    , {{ text.source_system }}
    , {{ text.load_timestamp }}
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
  SELECT *, {{ text.row_hash }}
  FROM joined
{{~ if text.drops_null_keys ~}}
  WHERE NOT ({{ text.all_keys_null }})
{{~ end ~}}
),
keyed AS (
  SELECT *, {{ text.key_hash }}
  FROM fingerprinted
),
ranked AS (
  SELECT *, {{ text.rank }}
  FROM keyed
)
{{- end }}
{{~ if table.hive ~}}
-- DIGDAG_INSERT_LINE
{{~ end ~}}
SELECT
{{~ for column in text.output_names ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
{{~ if table.has_dedup ~}}
FROM ranked
WHERE {{ text.is_first }}
{{~ else ~}}
FROM joined
{{~ end ~}}
