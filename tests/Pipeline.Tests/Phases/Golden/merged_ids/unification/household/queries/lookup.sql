-- Generated from templates/unification/queries/lookup.sql: every key with the id of its person.
WITH persons AS (
  SELECT
    g."leader_id",
    g."leader_ns",
    MIN(g."follower_first_seen_at") AS "first_seen_at",
    MAX(g."follower_last_seen_at") AS "last_seen_at",
    to_base64url(substr(hmac_sha256(to_utf8(CASE g."leader_ns" WHEN 1 THEN 'email' WHEN 2 THEN 'phone' END || chr(31) || g."leader_id"), to_utf8('customer_360.household')), 1, 9)) AS "person"
  FROM "acme_unif"."acme_customer_360_household_graph__new" g
  GROUP BY g."leader_id", g."leader_ns"
)
SELECT
  p."person" AS "canonical_id",
  g."follower_id" AS "id",
  g."follower_ns" AS "id_key_type",
  p."first_seen_at" AS "canonical_id_first_seen_at",
  p."last_seen_at" AS "canonical_id_last_seen_at",
  g."follower_first_seen_at" AS "id_first_seen_at",
  g."follower_last_seen_at" AS "id_last_seen_at",
  g."follower_source_table_ids" AS "id_source_table_ids",
  g."follower_last_processed_at" AS "id_last_processed_at",
  g."leader_id",
  g."leader_ns",
  p."person" AS "household",
  g."time"
FROM "acme_unif"."acme_customer_360_household_graph__new" g
JOIN persons p ON p."leader_id" = g."leader_id" AND p."leader_ns" = g."leader_ns"
