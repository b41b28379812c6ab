{{~ if !is_full ~}}
INSERT INTO {{ target }} (
{{~ for name in names ~}}
  {{ name }},
{{~ end ~}}
  "record_origin",
  "union_batch_id",
  "time"
)
{{~ end ~}}
{{~ if has_one_row_per_key ~}}
-- One row per key of both sides: the same rows give the same table, whatever came in which batch.
SELECT
{{~ for name in names ~}}
  {{ name }},
{{~ end ~}}
  "record_origin",
  "union_batch_id",
  "time"
FROM (
SELECT *, {{ rank }} AS "key_rank"
FROM (
{{~ end ~}}
{{~ for side in sides ~}}
{{~ if !for.first ~}}
UNION ALL
{{~ end ~}}
SELECT
{{~ for expression in side.expressions ~}}
  {{ expression }},
{{~ end ~}}
  '{{ side.origin }}' AS "record_origin",
{{~ if is_full ~}}
  'full-${session_unixtime}' AS "union_batch_id",
  "time"
FROM {{ side.table }}
{{~ else ~}}
  '{{ side.origin }}-${td.last_results.{{ side.origin }}_lo}' AS "union_batch_id",
  "time"
FROM {{ side.table }}
WHERE "time" > ${td.last_results.{{ side.origin }}_lo}
  AND "time" <= ${td.last_results.{{ side.origin }}_hi}
  AND NOT EXISTS (
    SELECT 1 FROM {{ target }} WHERE "union_batch_id" = '{{ side.origin }}-${td.last_results.{{ side.origin }}_lo}'
  )
{{~ end ~}}
{{~ end ~}}
{{~ if has_one_row_per_key ~}}
) "sides"
) "ranked"
WHERE {{ kept }}
{{~ end ~}}
