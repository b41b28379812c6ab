-- The table as it is, with the columns and types that its sides have now.
SELECT
{{~ for column in columns ~}}
  {{ column }},
{{~ end ~}}
  "record_origin",
  "union_batch_id",
  "time"
FROM {{ target }}
