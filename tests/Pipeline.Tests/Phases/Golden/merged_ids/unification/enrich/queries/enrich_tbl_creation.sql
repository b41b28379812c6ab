-- Generated from templates/unification/enrich/queries/enrich_tbl_creation.sql: the table to fill, empty, beside the one that is read.
DROP TABLE IF EXISTS "acme_unif"."${td.each.enriched}__new";
CREATE TABLE "acme_unif"."${td.each.enriched}__new" ${td.each.buckets} AS
SELECT ${tables[td.each.n].columns}, CAST(NULL AS varchar) AS "unified_id"
FROM "acme_unif"."${tables[td.each.n].table}" s
WHERE 1 = 0
