-- Generated from templates/unification/queries/graph_finalize.sql.
-- The pointers of all rounds joined from the last to the first; then the leader of each component.
WITH {{ for round in plan.rounds_backwards -}}
{{- if for.first -}}
label_{{ round }} AS (
  SELECT "v", "r" AS "label"
  FROM {{ text.map }}
  WHERE "round" = {{ round }}
),
{{~ else ~}}
label_{{ round }} AS (
  SELECT m."v", COALESCE(l."label", m."r") AS "label"
  FROM {{ text.map }} m
  LEFT JOIN label_{{ round + 1 }} l ON l."v" = m."r"
  WHERE m."round" = {{ round }}
),
{{~ end ~}}
{{~ end ~}}
members AS (
  SELECT x.*, COALESCE(l."label", x."v") AS "component"
  FROM {{ text.vertices }} x
  LEFT JOIN label_0 l ON l."v" = x."v"
),
leaders AS (
  SELECT "component", "ns" AS "leader_ns", "id" AS "leader_id", "published_at"
  FROM (
    SELECT "component", "ns", "id", "published_at",
      ROW_NUMBER() OVER (PARTITION BY "component" ORDER BY {{ text.leader_order }}) AS "place"
    FROM members
  ) ordered
  WHERE "place" = 1
)
SELECT m."ns", m."id", l."leader_ns", l."leader_id", l."published_at"
FROM members m
JOIN leaders l ON l."component" = m."component"
