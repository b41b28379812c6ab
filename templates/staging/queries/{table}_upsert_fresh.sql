-- Generated from templates/staging/queries/{table}_upsert_fresh.sql.
-- Of the batch, the rows that win against the row of the same key in {{ table.target }}.
SELECT
{{~ for column in upsert.output_names ~}}
  {{ column }}{{ if !for.last }},{{ end }}
{{~ end ~}}
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY {{ upsert.key_order }}, "from_batch" DESC) AS "key_rank"
  FROM (
    SELECT
{{~ for column in upsert.output_names ~}}
      {{ column }},
{{~ end ~}}
      1 AS "from_batch"
    FROM {{ upsert.work }}
    UNION ALL
    SELECT
{{~ for column in upsert.output_names ~}}
      {{ column }},
{{~ end ~}}
      0 AS "from_batch"
    FROM {{ upsert.target }}
    WHERE "keyhash" IN (SELECT "keyhash" FROM {{ upsert.work }})
  ) both
) ranked
WHERE "key_rank" = 1 AND "from_batch" = 1
