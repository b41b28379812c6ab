-- Generated from templates/unification/queries/exclusion_detect.sql.
-- Values that a deletion request has left behind must join nobody; they are remembered once.
INSERT INTO "acme_config"."exclusion_list" ("key_value", "key_name", "tbls", "note", "time")
SELECT
  d."key_value",
  d."key_name",
  ARRAY['*'],
  'masked by a deletion request',
  CAST(${session_unixtime} AS bigint)
FROM (
  SELECT '' AS "key_value", '' AS "key_name"
  WHERE 1 = 0
) d
WHERE NOT EXISTS (
  SELECT 1
  FROM "acme_config"."exclusion_list" x
  WHERE x."key_value" = d."key_value" AND x."key_name" = d."key_name"
)
GROUP BY d."key_value", d."key_name"
