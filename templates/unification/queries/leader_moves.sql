-- Generated from templates/unification/queries/leader_moves.sql.
-- To whom each leader gives way: the first of all leaders that its followers have. No {{ plan.do_not_merge_key }} gives way to another.
WITH best AS (
  SELECT "a", MIN("b") AS "b"
  FROM "{{ plan.database }}"."{{ text.edges }}${i}"
  GROUP BY "a"
),
firsts AS (
  SELECT e."b" AS "v", MIN(x."b") AS "r"
  FROM "{{ plan.database }}"."{{ text.edges }}${i}" e
  JOIN best x ON x."a" = e."a"
  GROUP BY e."b"
),
kept AS (
  SELECT "v"
  FROM {{ text.vertices }}
  WHERE "ns" = {{ plan.do_not_merge_type }} AND "may_lead" = 1
)
SELECT f."v", CASE WHEN own."v" IS NOT NULL AND other."v" IS NOT NULL THEN f."v" ELSE f."r" END AS "r"
FROM firsts f
LEFT JOIN kept own ON own."v" = f."v"
LEFT JOIN kept other ON other."v" = f."r"
