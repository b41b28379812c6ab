-- Generated from templates/unification/queries/resolved.sql: to which person each combination belongs, in this run and before.
SELECT w."prep_id", l."leader_ns", l."leader_id", COALESCE(l."published_at", CAST(${session_unixtime} AS bigint)) AS "published_at", CAST(${session_unixtime} AS bigint) AS "time"
FROM (
  SELECT "prep_id", CASE WHEN "customer_id" IS NOT NULL THEN 3 WHEN "household" IS NOT NULL THEN 4 END AS "ns", COALESCE("customer_id", "household") AS "id"
  FROM "acme_unif"."acme_customer_360_work_input"
) w
JOIN "acme_unif"."acme_customer_360_work_leaders" l ON l."ns" = w."ns" AND l."id" = w."id"
UNION ALL
SELECT s."prep_id", s."leader_ns", s."leader_id", s."published_at", s."time"
FROM "acme_unif"."acme_customer_360_resolved" s
JOIN "acme_unif"."acme_customer_360_prep" p ON p."prep_id" = s."prep_id"
LEFT JOIN "acme_unif"."acme_customer_360_work_input" w ON w."prep_id" = s."prep_id"
WHERE w."prep_id" IS NULL
