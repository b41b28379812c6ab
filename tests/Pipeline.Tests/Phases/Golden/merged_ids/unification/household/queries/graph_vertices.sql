-- Generated from templates/unification/queries/graph_vertices.sql.
-- Every key gets a number, for numbers are joined fast. They stand in the order in which keys lead: of several the least leads.
SELECT
  ROW_NUMBER() OVER (ORDER BY "may_lead" DESC, CASE "ns" WHEN 1 THEN 1 WHEN 2 THEN 2 END, "id") AS "v",
  "ns",
  "id",
  "may_lead",
  "published_at"
FROM (
  SELECT
    k."ns",
    k."id",
    k."first_seen",
    k."may_lead",
    CAST(NULL AS bigint) AS "published_at"
  FROM (
    SELECT
      "follower_ns" AS "ns",
      "follower_id" AS "id",
      MIN("first_seen") AS "first_seen",
      MAX(CASE WHEN "leader_ns" = "follower_ns" AND "leader_id" = "follower_id" THEN 1 ELSE 0 END) AS "may_lead"
    FROM "acme_unif"."acme_customer_360_household_work_pairs"
    GROUP BY "follower_ns", "follower_id"
  ) k
) keys
