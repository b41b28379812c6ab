-- Generated from templates/unification/enrich/queries/execute_join_presto.sql: one row for one row, with the id of its person.
-- set session join_distribution_type = 'PARTITIONED'
-- DIGDAG_INSERT_LINE
SELECT ${tables[td.each.n].columns}, l."unified_id"
FROM (
  SELECT s.*, ${tables[td.each.n].valid_keys}
  FROM (
    SELECT ${tables[td.each.n].masked_columns}
    FROM "acme_unif"."${tables[td.each.n].table}" s
  ) s
) s
LEFT JOIN "acme_unif"."acme_customer_360_unified_id_lookup" l
  ON l."id" = ${tables[td.each.n].first_id}
  AND l."id_key_type" = ${tables[td.each.n].first_type}
WHERE NOT EXISTS (SELECT 1 FROM "acme_unif"."${td.each.enriched}__new")
