-- Generated from templates/unification/queries/leader_map.sql: where the leaders of the beginning have come to, kept once per round.
-- DIGDAG_INSERT_LINE
SELECT CAST(${i + 1} AS bigint) AS "round", l."v", m."r"
FROM {{ text.map }} l
JOIN {{ text.moves }} m ON m."v" = l."r"
WHERE l."round" = ${i} AND NOT EXISTS (SELECT 1 FROM {{ text.map }} WHERE "round" = ${i + 1})
