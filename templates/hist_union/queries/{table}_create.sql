CREATE TABLE IF NOT EXISTS {{ target }} (
{{~ for definition in definitions ~}}
  {{ definition }},
{{~ end ~}}
  "record_origin" varchar,
  "union_batch_id" varchar,
  "time" bigint
)
