-- Generated from templates/unification/queries/source_key_stats.sql: distinct keys before anything is joined.
-- DIGDAG_INSERT_LINE
WITH keys AS (
  SELECT
    r."source",
    CAST(r."leader_ns" AS varchar) || ':' || r."leader_id" AS "leader",
    k."ns",
    k."id"
  FROM (
    SELECT *, {{ text.first_type }} AS "leader_ns", {{ text.first_id }} AS "leader_id"
    FROM {{ text.prep }}
  ) r
  CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
  WHERE k."id" IS NOT NULL
),
by_table AS (
  SELECT "source" AS "from_table", "leader", "ns", "id" FROM keys
  UNION ALL
  SELECT '*' AS "from_table", "leader", "ns", "id" FROM keys
)
SELECT
  "from_table",
  COUNT(DISTINCT "leader") AS "total_distinct",
{{~ for key in keys ~}}
  COUNT(DISTINCT CASE WHEN "ns" = {{ key.type }} THEN "id" END) AS "distinct_{{ key.name }}",
{{~ end ~}}
  {{ plan.run }} AS "time"
FROM by_table
WHERE NOT EXISTS (SELECT 1 FROM {{ text.source_key_stats }} WHERE "time" = {{ plan.run }})
GROUP BY "from_table"
