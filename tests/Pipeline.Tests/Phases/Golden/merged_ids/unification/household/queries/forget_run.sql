-- Generated from templates/unification/queries/forget_run.sql: what an earlier attempt of this run has written to the logs.
-- Once its lookup is published, that is what the next comparison would see: then the run's changes are noted already.
DELETE FROM "acme_unif"."acme_customer_360_household_merge_split_log" WHERE "time" = CAST(${session_unixtime} AS bigint) AND NOT EXISTS (SELECT 1 FROM "acme_unif"."acme_customer_360_household_lookup" WHERE "time" = CAST(${session_unixtime} AS bigint));
DELETE FROM "acme_unif"."household_source_key_stats" WHERE "time" = CAST(${session_unixtime} AS bigint);
DELETE FROM "acme_unif"."household_result_key_stats" WHERE "time" = CAST(${session_unixtime} AS bigint)
