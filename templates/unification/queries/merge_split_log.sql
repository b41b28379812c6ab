-- Generated from templates/unification/queries/merge_split_log.sql: persons that became one, and one that became several.
-- DIGDAG_INSERT_LINE
WITH moves AS (
  SELECT o.{{ text.id }} AS "old_id", n.{{ text.id }} AS "new_id", COUNT(*) AS "ids"
  FROM {{ text.lookup }} o
  JOIN {{ text.lookup_new }} n ON n."id" = o."id" AND n."id_key_type" = o."id_key_type"
  GROUP BY o.{{ text.id }}, n.{{ text.id }}
),
counted AS (
  SELECT
    "old_id",
    "new_id",
    "ids",
    COUNT(*) OVER (PARTITION BY "new_id") AS "olds",
    COUNT(*) OVER (PARTITION BY "old_id") AS "news"
  FROM moves
)
SELECT 'MERGE' AS "change", "old_id" AS "old_{{ plan.id_name }}", "new_id" AS "new_{{ plan.id_name }}", "ids", {{ plan.run }} AS "time"
FROM counted
WHERE "olds" > 1 AND "old_id" <> "new_id" AND NOT EXISTS (SELECT 1 FROM {{ text.merge_split_log }} WHERE "time" = {{ plan.run }})
UNION ALL
SELECT 'SPLIT' AS "change", "old_id" AS "old_{{ plan.id_name }}", "new_id" AS "new_{{ plan.id_name }}", "ids", {{ plan.run }} AS "time"
FROM counted
WHERE "news" > 1 AND "old_id" <> "new_id" AND NOT EXISTS (SELECT 1 FROM {{ text.merge_split_log }} WHERE "time" = {{ plan.run }})
