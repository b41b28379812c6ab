-- Generated from templates/unification/queries/lookup.sql: every key with the id of its person.
WITH persons AS (
  SELECT
    g."leader_id",
    g."leader_ns",
    MIN(g."follower_first_seen_at") AS "first_seen_at",
    MAX(g."follower_last_seen_at") AS "last_seen_at",
{{~ if plan.hosted ~}}
    MIN(s."{{ plan.method_column }}") AS "person"
  FROM {{ text.graph_new }} g
  JOIN {{ text.service_lookup }} s ON s."id" = g."leader_id" AND s."id_key_type" = g."leader_ns"
{{~ else ~}}
    {{ text.leader_id }} AS "person"
  FROM {{ text.graph_new }} g
{{~ end ~}}
  GROUP BY g."leader_id", g."leader_ns"
)
SELECT
  p."person" AS "{{ plan.method_column }}",
  g."follower_id" AS "id",
  g."follower_ns" AS "id_key_type",
  p."first_seen_at" AS "{{ plan.method_column }}_first_seen_at",
  p."last_seen_at" AS "{{ plan.method_column }}_last_seen_at",
  g."follower_first_seen_at" AS "id_first_seen_at",
  g."follower_last_seen_at" AS "id_last_seen_at",
  g."follower_source_table_ids" AS "id_source_table_ids",
  g."follower_last_processed_at" AS "id_last_processed_at",
  g."leader_id",
  g."leader_ns",
  p."person" AS {{ text.id }},
  g."time"
FROM {{ text.graph_new }} g
JOIN persons p ON p."leader_id" = g."leader_id" AND p."leader_ns" = g."leader_ns"
