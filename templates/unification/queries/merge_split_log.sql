-- Generated from templates/unification/queries/merge_split_log.sql.
-- Persons that became one (MERGE), one that became several (SPLIT), and one whose id is another now (RENAME).
-- DIGDAG_INSERT_LINE
WITH moves AS (
  SELECT o.{{ text.id }} AS "old_id", n.{{ text.id }} AS "new_id", COUNT(*) AS "ids"
  FROM {{ text.one_lookup }} o
  JOIN {{ text.one_lookup_new }} n ON n."id" = o."id" AND n."id_key_type" = o."id_key_type"
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
SELECT c."change", m."old_id" AS "old_{{ plan.id_name }}", m."new_id" AS "new_{{ plan.id_name }}", m."ids", {{ plan.run }} AS "time"
FROM counted m
CROSS JOIN UNNEST(ARRAY['MERGE', 'SPLIT', 'RENAME']) AS c ("change")
WHERE m."old_id" <> m."new_id"
  AND CASE c."change" WHEN 'MERGE' THEN m."olds" > 1 WHEN 'SPLIT' THEN m."news" > 1 ELSE m."olds" = 1 AND m."news" = 1 END
  AND NOT EXISTS (SELECT 1 FROM {{ text.merge_split_log }} WHERE "time" = {{ plan.run }})
