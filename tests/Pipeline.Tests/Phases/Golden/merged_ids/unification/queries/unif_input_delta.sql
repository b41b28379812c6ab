-- Generated from templates/unification/queries/unif_input_delta.sql.
-- What must be resolved: combinations that are new, and all of every person that a new or a vanished one touches.
-- Everybody else keeps the person found before, so the result is that of a full run.
WITH known AS (
  SELECT p.*, s."leader_ns", s."leader_id"
  FROM "acme_unif"."acme_customer_360_prep" p
  JOIN "acme_unif"."acme_customer_360_resolved" s ON s."prep_id" = p."prep_id"
),
fresh AS (
  SELECT p.*
  FROM "acme_unif"."acme_customer_360_prep" p
  LEFT JOIN "acme_unif"."acme_customer_360_resolved" s ON s."prep_id" = p."prep_id"
  WHERE s."prep_id" IS NULL
),
vanished AS (
  SELECT s."leader_ns", s."leader_id"
  FROM "acme_unif"."acme_customer_360_resolved" s
  LEFT JOIN "acme_unif"."acme_customer_360_prep" p ON p."prep_id" = s."prep_id"
  WHERE p."prep_id" IS NULL
),
fresh_keys AS (
  SELECT DISTINCT k."id", k."ns"
  FROM fresh
  CROSS JOIN UNNEST(ARRAY["customer_id", "household"], ARRAY[CAST(3 AS bigint), CAST(4 AS bigint)]) AS k ("id", "ns")
  WHERE k."id" IS NOT NULL
),
touched AS (
  SELECT "leader_ns", "leader_id" FROM vanished
  UNION
  SELECT n."leader_ns", n."leader_id"
  FROM known n
  CROSS JOIN UNNEST(ARRAY["customer_id", "household"], ARRAY[CAST(3 AS bigint), CAST(4 AS bigint)]) AS k ("id", "ns")
  JOIN fresh_keys f ON f."id" = k."id" AND f."ns" = k."ns"
)
SELECT "prep_id", "first_seen", "customer_id", "household"
FROM fresh
UNION ALL
SELECT n."prep_id", n."first_seen", n."customer_id", n."household"
FROM known n
JOIN touched t ON t."leader_ns" = n."leader_ns" AND t."leader_id" = n."leader_id"
