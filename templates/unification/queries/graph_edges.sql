{{~ if plan.leader_loop ~}}
-- Generated from templates/unification/queries/graph_edges.sql: which key ("a") follows which ("b"), each pair once.
SELECT DISTINCT
  y."v" AS "a",
  x."v" AS "b"
FROM {{ text.pairs }} p
JOIN {{ text.vertices }} x ON x."ns" = p."leader_ns" AND x."id" = p."leader_id"
JOIN {{ text.vertices }} y ON y."ns" = p."follower_ns" AND y."id" = p."follower_id"
{{~ else ~}}
-- Generated from templates/unification/queries/graph_edges.sql: which keys belong together, each pair once.
SELECT DISTINCT
  LEAST(x."v", y."v") AS "a",
  GREATEST(x."v", y."v") AS "b"
FROM {{ text.pairs }} p
JOIN {{ text.vertices }} x ON x."ns" = p."leader_ns" AND x."id" = p."leader_id"
JOIN {{ text.vertices }} y ON y."ns" = p."follower_ns" AND y."id" = p."follower_id"
WHERE x."v" <> y."v"
{{~ end ~}}
