-- Generated from templates/unification/queries/merge_split_log.sql.
-- Persons that became one (MERGE), one that became several (SPLIT), and one whose id is another now (RENAME).
-- DIGDAG_INSERT_LINE
WITH moves AS (
  SELECT o."unified_id" AS "old_id", n."unified_id" AS "new_id", COUNT(*) AS "ids"
  FROM "acme_unif"."acme_customer_360_unified_id_lookup" o
  JOIN "acme_unif"."acme_customer_360_unified_id_lookup__new" n ON n."id" = o."id" AND n."id_key_type" = o."id_key_type"
  GROUP BY o."unified_id", n."unified_id"
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
SELECT c."change", m."old_id" AS "old_unified_id", m."new_id" AS "new_unified_id", m."ids", CAST(${session_unixtime} AS bigint) AS "time"
FROM counted m
CROSS JOIN UNNEST(ARRAY['MERGE', 'SPLIT', 'RENAME']) AS c ("change")
WHERE m."old_id" <> m."new_id"
  AND CASE c."change" WHEN 'MERGE' THEN m."olds" > 1 WHEN 'SPLIT' THEN m."news" > 1 ELSE m."olds" = 1 AND m."news" = 1 END
  AND NOT EXISTS (SELECT 1 FROM "acme_unif"."acme_customer_360_merge_split_log" WHERE "time" = CAST(${session_unixtime} AS bigint))
