-- Generated from templates/unification/queries/prep_{table}.sql: the keys that stand together in a row of crm_events_stg.
SELECT
  "email",
  'crm_events_stg' AS "source",
  MIN("time") AS "first_seen",
  MAX("time") AS "last_seen"
FROM (
  SELECT
    NULLIF(trim("email_std"), '') AS "email",
    "time"
  FROM "acme_stg"."crm_events_stg"
) keys
WHERE "email" IS NOT NULL
GROUP BY "email"
