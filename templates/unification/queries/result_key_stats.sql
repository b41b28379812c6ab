-- Generated from templates/unification/queries/result_key_stats.sql: persons, and how many values of each key they have.
-- A histogram reads "values:persons,values:persons".
-- DIGDAG_INSERT_LINE
WITH keys AS (
  SELECT n."table_name" AS "from_table", g."leader_ns", g."leader_id", g."follower_ns", g."follower_id"
  FROM {{ text.graph_new }} g
  CROSS JOIN UNNEST(g."follower_source_table_ids") AS t ("table_id")
  JOIN {{ text.table_names }} n ON n."table_id" = t."table_id"
  UNION ALL
  SELECT '*' AS "from_table", "leader_ns", "leader_id", "follower_ns", "follower_id"
  FROM {{ text.graph_new }}
),
persons AS (
  SELECT
    "from_table",
    "leader_ns",
    "leader_id"
{{~ for key in keys ~}}
    , COUNT(DISTINCT CASE WHEN "follower_ns" = {{ key.type }} THEN "follower_id" END) AS "n_{{ key.name }}"
{{~ end ~}}
  FROM keys
  GROUP BY "from_table", "leader_ns", "leader_id"
),
totals AS (
  SELECT
    "from_table",
    COUNT(*) AS "total_distinct"
{{~ for key in keys ~}}
    , COUNT(CASE WHEN "n_{{ key.name }}" > 0 THEN 1 END) AS "distinct_with_{{ key.name }}"
{{~ end ~}}
  FROM persons
  GROUP BY "from_table"
)
{{- for key in keys -}}
,
histogram_{{ key.type }} AS (
  SELECT "from_table", array_join(array_agg(CAST("n" AS varchar) || ':' || CAST("c" AS varchar) ORDER BY "n"), ',') AS "histogram"
  FROM (
    SELECT "from_table", "n_{{ key.name }}" AS "n", COUNT(*) AS "c"
    FROM persons
    WHERE "n_{{ key.name }}" > 0
    GROUP BY "from_table", "n_{{ key.name }}"
  ) counted
  GROUP BY "from_table"
)
{{- end }}
SELECT
  t."from_table",
  t."total_distinct",
{{~ for key in keys ~}}
  t."distinct_with_{{ key.name }}",
  h{{ key.type }}."histogram" AS "histogram_{{ key.name }}",
{{~ end ~}}
  {{ plan.run }} AS "time"
FROM totals t
{{~ for key in keys ~}}
LEFT JOIN histogram_{{ key.type }} h{{ key.type }} ON h{{ key.type }}."from_table" = t."from_table"
{{~ end ~}}
WHERE NOT EXISTS (SELECT 1 FROM {{ text.result_key_stats }} WHERE "time" = {{ plan.run }})
