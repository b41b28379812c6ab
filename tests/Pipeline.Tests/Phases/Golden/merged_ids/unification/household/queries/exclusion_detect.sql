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
  SELECT "email" AS "key_value", 'email' AS "key_name"
  FROM "acme_unif"."shop_customers_stg_household_prep"
  WHERE regexp_like("email", '^[0-9a-f]{64}$')
  UNION
  SELECT "phone" AS "key_value", 'phone' AS "key_name"
  FROM "acme_unif"."shop_customers_stg_household_prep"
  WHERE regexp_like("phone", '^[0-9a-f]{64}$')
) d
WHERE NOT EXISTS (
  SELECT 1
  FROM "acme_config"."exclusion_list" x
  WHERE x."key_value" = d."key_value" AND x."key_name" = d."key_name"
)
GROUP BY d."key_value", d."key_name"
