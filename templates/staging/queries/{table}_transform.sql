-- Generated from templates/staging/queries/{table}_transform.sql.
-- {{ table.union_table }} → {{ table.target }}, step by step: each reads the one before, so that nothing is computed twice.
{{~ if table.incremental ~}}
-- What is new, between "lo" and "hi" of each origin; "time" itself is never touched.
{{~ else ~}}
-- All rows; "time" itself is never touched.
{{~ end ~}}
WITH source AS (
  SELECT
{{~ for column in text.source_columns ~}}
    {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
  FROM {{ text.source }} s
{{~ if table.incremental ~}}
  JOIN {{ text.window }} w ON w.{{ text.window_origin }} = {{ text.origin }}
  WHERE s.{{ text.time }} > w.{{ text.low }} AND s.{{ text.time }} <= w.{{ text.high }}
    AND s.{{ text.time }} >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
{{~ end ~}}
),
-- Values as they are kept: NULL for words that mean nothing; what ends in __raw is for the next step alone.
cleaned AS (
  SELECT
{{~ for line in text.layers[0] ~}}
    {{ line }}{{ if !for.last }},{{ end }}
{{~ end ~}}
  FROM source
),
{{~ last = "cleaned" ~}}
{{~ if text.layers[1].size > 0 ~}}
-- Values as they are compared: NULL for what cannot be read.
standardised AS (
  SELECT
    *,
{{~ for line in text.layers[1] ~}}
    {{ line }}{{ if !for.last }},{{ end }}
{{~ end ~}}
  FROM {{ last }}
),
{{~ last = "standardised" ~}}
{{~ end ~}}
-- What is made of the standard values, and where and when the row came from.
completed AS (
  SELECT
    *,
{{~ for line in text.layers[2] ~}}
    {{ line }},
{{~ end ~}}
    {{ text.source_system }},
    {{ text.load_timestamp }}
  FROM {{ last }}
)
{{- last = "completed" -}}
{{- if text.join_clauses.size > 0 -}}
,
-- Columns of other cleaned tables; of several rows there the newest.
joined AS (
  SELECT
    h.*,
{{~ for line in text.join_selects ~}}
    {{ line }}{{ if !for.last }},{{ end }}
{{~ end ~}}
  FROM {{ last }} h
{{~ for line in text.join_clauses ~}}
  {{ line }}
{{~ end ~}}
)
{{- last = "joined" -}}
{{- end -}}
{{- if table.has_dedup -}}
,
-- One row per key: fingerprints of the row and of its key, then the row's place among those of its key.
fingerprinted AS (
  SELECT
    *,
    {{ text.row_hash }}
  FROM {{ last }}
{{~ if text.drops_null_keys ~}}
  WHERE NOT ({{ text.all_keys_null }})
{{~ end ~}}
),
keyed AS (
  SELECT
    *,
    {{ text.key_hash }}
  FROM fingerprinted
),
ranked AS (
  SELECT
    *,
    {{ text.rank }}
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
FROM {{ last }}
{{~ end ~}}
