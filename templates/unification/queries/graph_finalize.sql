-- Generated from templates/unification/queries/graph_finalize.sql.
{{~ if plan.leader_loop ~}}
-- The last leader of every key that leads a record.
SELECT x."ns", x."id", y."ns" AS "leader_ns", y."id" AS "leader_id", y."published_at"
FROM {{ text.map }} m
JOIN {{ text.vertices }} x ON x."v" = m."v"
JOIN {{ text.vertices }} y ON y."v" = m."r"
WHERE m."round" = (SELECT MAX("round") FROM {{ text.map }})
{{~ else ~}}
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
  SELECT x."v", x."ns", x."id", COALESCE(l."label", x."v") AS "component"
  FROM {{ text.vertices }} x
  LEFT JOIN label_0 l ON l."v" = x."v"
),
leaders AS (
  SELECT "component", MIN("v") AS "leader"
  FROM members
  GROUP BY "component"
)
SELECT m."ns", m."id", y."ns" AS "leader_ns", y."id" AS "leader_id", y."published_at"
FROM members m
JOIN leaders l ON l."component" = m."component"
JOIN {{ text.vertices }} y ON y."v" = l."leader"
{{~ end ~}}
