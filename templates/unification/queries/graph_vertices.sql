-- Generated from templates/unification/queries/graph_vertices.sql.
-- Every key gets a number, for numbers are joined fast. They stand in the order in which keys lead: of several the least leads.
SELECT
  ROW_NUMBER() OVER (ORDER BY {{ text.leader_order }}) AS "v",
  "ns",
  "id",
  "may_lead",
  "published_at"
FROM (
  SELECT
    k."ns",
    k."id",
    k."first_seen",
{{~ if plan.persistent ~}}
    CASE WHEN p."published_at" IS NULL THEN k."may_lead" ELSE 1 END AS "may_lead",
    p."published_at"
{{~ else ~}}
    k."may_lead",
    CAST(NULL AS bigint) AS "published_at"
{{~ end ~}}
  FROM (
    SELECT
      "follower_ns" AS "ns",
      "follower_id" AS "id",
      MIN("first_seen") AS "first_seen",
      MAX(CASE WHEN "leader_ns" = "follower_ns" AND "leader_id" = "follower_id" THEN 1 ELSE 0 END) AS "may_lead"
    FROM {{ text.pairs }}
    GROUP BY "follower_ns", "follower_id"
  ) k
{{~ if plan.persistent ~}}
  LEFT JOIN (
    SELECT "leader_ns", "leader_id", MIN("published_at") AS "published_at"
    FROM {{ text.state }}
    GROUP BY "leader_ns", "leader_id"
  ) p ON p."leader_ns" = k."ns" AND p."leader_id" = k."id"
{{~ end ~}}
) keys
