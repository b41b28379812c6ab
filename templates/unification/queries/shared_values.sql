-- Generated from templates/unification/queries/shared_values.sql.
-- Values that stand with more than {{ plan.max_values_per_key_value }} others (unification.max_values_per_key_value): a shop's telephone,
-- info@… They join nobody; whoever looks here decides whether they belong into the exclusion list.
WITH {{ include 'parts/wide.sql' }}
records AS (
  SELECT *, {{ text.first_type }} AS "leader_ns", {{ text.first_id }} AS "leader_id"
  FROM wide
  WHERE {{ text.any_alias }}
),
pairs AS (
  SELECT DISTINCT k."ns", k."id", r."leader_ns", r."leader_id"
  FROM records r
  CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
  WHERE k."id" IS NOT NULL AND NOT (k."ns" = r."leader_ns" AND k."id" = r."leader_id")
),
sides AS (
  SELECT "ns", "id" FROM pairs
  UNION ALL
  SELECT "leader_ns" AS "ns", "leader_id" AS "id" FROM pairs
)
SELECT
  {{ text.key_name_of }} AS "key_name",
  "ns" AS "key_type",
  "id" AS "key_value",
  COUNT(*) AS "others",
  {{ plan.run }} AS "time"
FROM sides
GROUP BY "ns", "id"
HAVING COUNT(*) > {{ plan.max_values_per_key_value }}
