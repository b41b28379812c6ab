-- Generated from templates/unification/queries/forget_run.sql: what an earlier attempt of this run has written to the logs.
DELETE FROM {{ text.merge_split_log }} WHERE "time" = {{ plan.run }};
DELETE FROM {{ text.source_key_stats }} WHERE "time" = {{ plan.run }};
DELETE FROM {{ text.result_key_stats }} WHERE "time" = {{ plan.run }}
