-- Generated from templates/unification/queries/publish_seed_tables.sql (engine: hosted).
-- The service's tables of {{ plan.service_database }} under the names of this project.
DROP TABLE IF EXISTS {{ text.graph }};
CREATE TABLE {{ text.graph }} AS
SELECT *
FROM "{{ plan.service_database }}"."{{ plan.id_name }}_graph";
DROP TABLE IF EXISTS {{ text.lookup }};
CREATE TABLE {{ text.lookup }} AS
SELECT
  l."{{ plan.method_column }}",
  l."id",
  l."id_key_type",
  l."{{ plan.method_column }}_first_seen_at",
  l."{{ plan.method_column }}_last_seen_at",
  l."id_first_seen_at",
  l."id_last_seen_at",
  l."id_source_table_ids",
  l."id_last_processed_at",
  g."leader_id",
  g."leader_ns",
  l."{{ plan.method_column }}" AS {{ text.id }},
  {{ plan.run }} AS "time"
FROM "{{ plan.service_database }}"."{{ plan.id_name }}_lookup" l
JOIN "{{ plan.service_database }}"."{{ plan.id_name }}_graph" g
  ON g."follower_id" = l."id" AND g."follower_ns" = l."id_key_type";
DROP TABLE IF EXISTS {{ text.key_names }};
CREATE TABLE {{ text.key_names }} AS
SELECT * FROM "{{ plan.service_database }}"."{{ plan.id_name }}_keys";
DROP TABLE IF EXISTS {{ text.result_key_stats }};
CREATE TABLE {{ text.result_key_stats }} AS
SELECT * FROM "{{ plan.service_database }}"."{{ plan.id_name }}_result_key_stats"
