-- Generated from templates/unification/queries/master_table.sql: one row per person.
WITH persons AS (
  SELECT
    "unified_id",
    MIN("id_first_seen_at") AS "first_seen_at",
    MAX("id_last_seen_at") AS "last_seen_at",
    COUNT(*) AS "ids"
    , substr(max(CASE WHEN "id_key_type" = 3 THEN lpad(CAST("id_last_seen_at" AS varchar), 20, '0') || "id" END), 21) AS "customer_id"
    , substr(max(CASE WHEN "id_key_type" = 4 THEN lpad(CAST("id_last_seen_at" AS varchar), 20, '0') || "id" END), 21) AS "household"
  FROM "acme_unif"."acme_customer_360_unified_id_lookup"
  GROUP BY "unified_id"
)
SELECT *, CAST(${session_unixtime} AS bigint) AS "time"
FROM persons
