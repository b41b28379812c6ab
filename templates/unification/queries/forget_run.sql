-- Generated from templates/unification/queries/forget_run.sql: what an earlier attempt of this run has written to the logs.
-- Once its lookup is published, that is what the next comparison would see: then the run's changes are noted already.
DELETE FROM {{ text.merge_split_log }} WHERE "time" = {{ plan.run }} AND NOT EXISTS (SELECT 1 FROM {{ text.lookup }} WHERE "time" = {{ plan.run }});
DELETE FROM {{ text.source_key_stats }} WHERE "time" = {{ plan.run }};
DELETE FROM {{ text.result_key_stats }} WHERE "time" = {{ plan.run }}
