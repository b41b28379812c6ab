-- Generated from templates/unification/queries/unif_input_delta.sql.
{{~ if plan.incremental ~}}
-- What must be resolved: combinations that are new, and all of every person that a new or a vanished one touches.
-- Everybody else keeps the person found before, so the result is that of a full run.
WITH known AS (
  SELECT p.*, s."leader_ns", s."leader_id"
  FROM {{ text.prep }} p
  JOIN {{ text.state }} s ON s."prep_id" = p."prep_id"
),
fresh AS (
  SELECT p.*
  FROM {{ text.prep }} p
  LEFT JOIN {{ text.state }} s ON s."prep_id" = p."prep_id"
  WHERE s."prep_id" IS NULL
),
vanished AS (
  SELECT s."leader_ns", s."leader_id"
  FROM {{ text.state }} s
  LEFT JOIN {{ text.prep }} p ON p."prep_id" = s."prep_id"
  WHERE p."prep_id" IS NULL
),
fresh_keys AS (
  SELECT DISTINCT k."id", k."ns"
  FROM fresh
  CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
  WHERE k."id" IS NOT NULL
),
touched AS (
  SELECT "leader_ns", "leader_id" FROM vanished
  UNION
  SELECT n."leader_ns", n."leader_id"
  FROM known n
  CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
  JOIN fresh_keys f ON f."id" = k."id" AND f."ns" = k."ns"
)
SELECT "prep_id", "first_seen", {{ text.aliases | array.join ', ' }}
FROM fresh
UNION ALL
SELECT n."prep_id", n."first_seen"{{ for alias in text.aliases }}, n.{{ alias }}{{ end }}
FROM known n
JOIN touched t ON t."leader_ns" = n."leader_ns" AND t."leader_id" = n."leader_id"
{{~ else ~}}
-- Everything is resolved anew (update_strategy: full).
SELECT "prep_id", "first_seen", {{ text.aliases | array.join ', ' }}
FROM {{ text.prep }}
{{~ end ~}}
