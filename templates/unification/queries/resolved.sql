-- Generated from templates/unification/queries/resolved.sql: to which person each combination belongs, in this run and before.
SELECT w."prep_id", l."leader_ns", l."leader_id", COALESCE(l."published_at", {{ plan.run }}) AS "published_at", {{ plan.run }} AS "time"
FROM (
  SELECT "prep_id", {{ text.first_type }} AS "ns", {{ text.first_id }} AS "id"
  FROM {{ text.input }}
) w
JOIN {{ text.leaders }} l ON l."ns" = w."ns" AND l."id" = w."id"
UNION ALL
SELECT s."prep_id", s."leader_ns", s."leader_id", s."published_at", s."time"
FROM {{ text.state }} s
JOIN {{ text.prep }} p ON p."prep_id" = s."prep_id"
LEFT JOIN {{ text.input }} w ON w."prep_id" = s."prep_id"
WHERE w."prep_id" IS NULL
