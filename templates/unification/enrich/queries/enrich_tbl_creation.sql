-- Generated from templates/unification/enrich/queries/enrich_tbl_creation.sql: the table to fill, empty, beside the one that is read.
DROP TABLE IF EXISTS "{{ plan.database }}"."${td.each.enriched}__new";
CREATE TABLE "{{ plan.database }}"."${td.each.enriched}__new" ${td.each.buckets} AS
SELECT ${tables[td.each.n].columns}, CAST(NULL AS varchar) AS {{ text.id }}
FROM "{{ plan.record_database }}"."${tables[td.each.n].table}" s
WHERE 1 = 0
