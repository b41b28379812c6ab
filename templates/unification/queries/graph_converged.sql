{{~ if plan.hosted ~}}
-- Generated from templates/unification/queries/graph_converged.sql: a row when keys of one record have not come together.
SELECT "edges_left"
FROM (
  SELECT COUNT(*) AS "edges_left"
  FROM (
    SELECT r."prep_id"
    FROM {{ text.prep }} r
    CROSS JOIN {{ text.unnest }} AS k ("id", "ns")
    JOIN {{ text.service_graph }} g ON g."follower_id" = k."id" AND g."follower_ns" = k."ns"
    WHERE k."id" IS NOT NULL
    GROUP BY r."prep_id"
    HAVING COUNT(DISTINCT CAST(g."leader_ns" AS varchar) || ':' || g."leader_id") > 1
{{~ if plan.leader_loop ~}}
      AND COUNT(CASE WHEN g."leader_ns" <> {{ plan.do_not_merge_type }} THEN 1 END) > 0
{{~ end ~}}
  ) pieces
) c
WHERE "edges_left" > 0
{{~ else ~}}
-- Generated from templates/unification/queries/graph_converged.sql: a row as long as links are left, none when all persons are found.
SELECT "edges_left"
FROM (SELECT MIN("edges_left") AS "edges_left" FROM {{ text.control }}) c
WHERE "edges_left" > 0
{{~ end ~}}
