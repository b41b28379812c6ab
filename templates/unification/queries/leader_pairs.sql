-- Generated from templates/unification/queries/leader_pairs.sql: the followers of those that gave way, and those themselves, follow the new leader.
SELECT DISTINCT "a", "b"
FROM (
  SELECT e."a", m."r" AS "b"
  FROM "{{ plan.database }}"."{{ text.edges }}${i}" e
  JOIN {{ text.moves }} m ON m."v" = e."b"
  UNION ALL
  SELECT "v" AS "a", "r" AS "b"
  FROM {{ text.moves }}
) pairs
